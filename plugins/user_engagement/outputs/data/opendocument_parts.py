"""The parts of an OpenDocument spreadsheet (version 1.2, which all programs read) that are always the same."""

TYPE = "application/vnd.oasis.opendocument.spreadsheet"
"""The media type of the whole file."""

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = " ".join(
    [
        *(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("meta", "office", "style", "table", "text")),
        f'xmlns:fo="{_ODF}:xsl-fo-compatible:1.0" xmlns:number="{_ODF}:datastyle:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"',
        'office:version="1.2"',
    ]
)

MANIFEST = f"""\
{_XML}<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""
"""What is in the file."""

META = f"""\
{_XML}<office:document-meta {_NAMESPACES}><office:meta>
<dc:title>{{title}}</dc:title>
<dc:language>en-GB</dc:language>
</office:meta></office:document-meta>
"""
"""What the file is called and which language it speaks."""

STYLES = f"""\
{_XML}<office:document-styles {_NAMESPACES}><office:styles>
<style:default-style style:family="table-cell">
<style:text-properties fo:font-family="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"/>
</style:default-style>
<style:style style:name="Default" style:family="table-cell">
<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>
</style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="table-cell">
<style:table-cell-properties fo:wrap-option="no-wrap"/>
<style:text-properties fo:font-size="16pt" fo:font-weight="bold"/>
</style:style>
<style:style style:name="Header" style:family="table-cell" style:parent-style-name="Default">
<style:table-cell-properties fo:border-bottom="0.06pt solid #000000"/>
<style:text-properties fo:font-weight="bold"/>
</style:style>
</office:styles></office:document-styles>
"""
"""How cells look: wrapped, in a size that can be read; the title and the header of the table stand out."""

CONTENT = f"""\
{_XML}<office:document-content {_NAMESPACES}><office:automatic-styles>
<number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text>
<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<style:style style:name="wide" style:family="table-column">
<style:table-column-properties style:column-width="10cm"/></style:style>
<style:style style:name="narrow" style:family="table-column">
<style:table-column-properties style:column-width="5cm"/></style:style>
<style:style style:name="day" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="iso"/>
<style:style style:name="line" style:family="table-cell" style:parent-style-name="Default">
<style:table-cell-properties fo:wrap-option="no-wrap"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>
"""
"""What stands before the sheets."""

END = "</office:spreadsheet></office:body></office:document-content>\n"
"""What stands after them."""
