/**
 * How the editing page reads and writes a file of statements: what an editor did not change stays as it was written,
 * with its comments, order and layout. docs/decisions/browser-form.md tells how it becomes keeping.js.
 */
import { Document, isMap, isScalar, isSeq, parseDocument } from "yaml";

const SOURCE = "#source"; // where the form keeps the text of the file, unseen: no section can have this name
const LANGUAGE = /^[a-z]{2,3}(-[A-Z]{2})?$/;
const BY_LANGUAGE = /^\{\s*[a-z]{2,3}(-[A-Z]{2})?\s*:/;
const DAYS = ["changed", "translated"];
const WIDTH = 120;
const LONG = 100;
const STYLE = { lineWidth: 0, flowCollectionPadding: false, singleQuote: true };

/** Return what a file says, as the form shows it. Throws what is wrong with YAML that cannot be read. */
export function fromFile(text) {
  const document = read(unmarked(text));
  return { ...shown(data(document.contents) ?? {}), [SOURCE]: text };
}

/** Return the file with what the form says now. */
export function toFile({ [SOURCE]: text = "", ...said }) {
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const ends = text.includes("\r\n") ? "\r\n" : "\n";
  const document = read(unmarked(text));
  document.contents ??= document.createNode({});
  const edit = new Edit(document);
  edit.map(document.contents, data(document.contents), written(said));
  return mark + laidOut(unmarked(text), document).replaceAll("\n", ends);
}

/** Return the text of a document that was changed, with each line that was not as it was laid out before. */
function laidOut(text, document) {
  const style = { ...STYLE, indentSeq: !/^( *)[^ #-].*:\n\1- /m.test(text) };
  const [before, now] = [read(text), document].map((each) => each.toString(style));
  const [own, old, lines] = [text, before, now].map((each) => each.split("\n"));
  if (own.length !== old.length) return now;
  const places = sameLines(old, lines);
  const laid = lines.map((line, position) => own[places.get(position)] ?? line).join("\n");
  return same(data(read(laid).contents), data(read(now).contents)) ? laid : now;
}

/** Return where lines of the second list are in the first, for as many as are in both in the same order. */
function sameLines(first, second) {
  const found = new Map();
  let [start, end] = [0, 0];
  while (start < Math.min(first.length, second.length) && first[start] === second[start]) found.set(start, start++);
  const most = Math.min(first.length, second.length) - start;
  while (end < most && first.at(-1 - end) === second.at(-1 - end)) found.set(second.length - 1 - end, first.length - ++end);
  const [ours, theirs] = [first, second].map((lines) => lines.slice(start, lines.length - end));
  for (const [one, other] of inBoth(ours, theirs)) found.set(start + other, start + one);
  return found;
}

/** Yield the positions of a longest run of lines that both lists have. */
function* inBoth(first, second) {
  const longest = Array.from({ length: first.length + 1 }, () => new Uint32Array(second.length + 1));
  for (let one = first.length - 1; one >= 0; one--)
    for (let other = second.length - 1; other >= 0; other--)
      longest[one][other] =
        first[one] === second[other]
          ? longest[one + 1][other + 1] + 1
          : Math.max(longest[one + 1][other], longest[one][other + 1]);
  for (let [one, other] = [0, 0]; one < first.length && other < second.length; )
    if (first[one] === second[other]) yield [one++, other++];
    else if (longest[one + 1][other] >= longest[one][other + 1]) one++;
    else other++;
}

/** Makes a document say something else, with the least that has to be changed. */
class Edit {
  constructor(document) {
    this.document = document;
  }

  map(node, before, now) {
    for (const key of Object.keys(before)) if (isEmpty(now[key]) && !isEmpty(before[key])) node.delete(key);
    for (const [key, value] of Object.entries(now))
      if (!isEmpty(value) && !same(before[key], value)) node.set(key, this.changed(node.get(key, true), before[key], value));
  }

  list(node, before, now) {
    const left = node.items.map((item, position) => ({ item, position, was: before[position] }));
    const found = now.map((value) => take(left, ({ was }) => same(was, value)));
    now.forEach((value, at) => (found[at] ??= take(left, ({ was }) => isObject(was) && was.id && was.id === value?.id)));
    now.forEach((value, at) => (found[at] ??= take(left, ({ was, position }) => position === at && !was?.id && !value?.id)));
    node.items = now.map((value, at) => this.changed(found[at]?.item, found[at]?.was, value));
  }

  /** Return the node for a value: the one that there was, changed, where it can say it. */
  changed(node, before, now) {
    if (node && same(before, now)) return node;
    if (isMap(node) && isObject(now)) this.map(node, before, now);
    else if (isSeq(node) && Array.isArray(now)) this.list(node, before, now);
    else if (isScalar(node) && typeof now !== "object") this.scalar(node, now);
    else return this.document.createNode(full(now));
    return node;
  }

  scalar(node, now) {
    node.value = now;
    delete node.range;
    if (node.type === "PLAIN") delete node.type;
  }
}

/** Return a text without what Windows puts at its beginning and at the end of its lines. */
function unmarked(text) {
  return text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
}

function read(source) {
  const document = parseDocument(source, { customTags: (tags) => tags.map((tag) => asWritten(tag, source)) });
  if (document.errors.length) throw document.errors[0];
  return document;
}

/** Let each value that was not changed stay as it was written, and fold a long text. */
function asWritten(tag, source) {
  if (tag.collection) return tag;
  const stringify = (item, context, ...rest) => {
    if (item.range) return source.slice(item.range[0], item.range[1]).replace(/\n$/, "");
    if (typeof item.value !== "string") return tag.stringify ? tag.stringify(item, context, ...rest) : String(item.value);
    if (item.value.includes("\n")) item.type ??= "BLOCK_LITERAL";
    else if (!/^[\p{L}\p{N}]/u.test(item.value)) item.type ??= "QUOTE_SINGLE"; // other parsers take more for a sign
    if (item.value.length > LONG && item.type === undefined) item.type = "BLOCK_FOLDED";
    const lineWidth = item.type?.startsWith("BLOCK") ? WIDTH : 0;
    return tag.stringify(item, { ...context, options: { ...context.options, lineWidth } }, ...rest);
  };
  return { ...tag, stringify };
}

/** Return what a node says, each value as the text that was written: the model knows what it means. */
function data(node) {
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [String(key.source ?? key), data(value)]));
  if (isSeq(node)) return node.items.map(data);
  if (!isScalar(node) || node.value === null || typeof node.value === "boolean") return node?.value ?? null;
  return node.source;
}

/** Return a value as the form shows it: a text in several languages is one text, {en: Lakes, cy: Llynnoedd}. */
function shown(value) {
  if (Array.isArray(value)) return value.map(shown);
  if (!isObject(value)) return value;
  if (isByLanguage(value)) return new Document(value).toString({ ...STYLE, collectionStyle: "flow" }).trim();
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shown(each)]));
}

/** Return what the form shows as it is written. */
function written(value) {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value === "string") return BY_LANGUAGE.test(value) ? data(read(value).contents) : value;
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, written(each)])) : value;
}

function isByLanguage(value) {
  const keys = Object.keys(value).filter((key) => !DAYS.includes(key));
  return keys.some((key) => key !== "id") && keys.every((key) => LANGUAGE.test(key) && typeof value[key] === "string");
}

/** Return a new value without fields in which nothing was filled in. */
function full(value) {
  if (Array.isArray(value)) return value.map(full);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => !isEmpty(each)).map(([key, each]) => [key, full(each)]));
}

function take(left, fits) {
  const found = left.findIndex(fits);
  return found < 0 ? undefined : left.splice(found, 1)[0];
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Say whether a value tells nothing, so that a field need not be there. */
function isEmpty(value) {
  if (value === undefined || value === null || value === "" || value === false) return true;
  return typeof value === "object" && Object.values(value).every(isEmpty);
}

function same(one, other) {
  if (isEmpty(one) && isEmpty(other)) return true;
  if (typeof one === "string" && typeof other === "string") return one.trim() === other.trim(); // as the form trims them
  if (!one || !other || typeof one !== "object" || typeof other !== "object") return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Array.isArray(one) === Array.isArray(other) && [...keys].every((key) => same(one[key], other[key]));
}
