#!/bin/sh
# Bring what the editing page is made of from npm into the package: "make admin", after a new version is in package.json.
set -eu
cd "$(dirname "$0")"
to=../../plugins/user_engagement/forms/admin from=node_modules/@sveltia/cms
cp $from/dist/sveltia-cms.js $to/
cp $from/LICENSE.txt $to/sveltia-cms.LICENSE.txt
cp node_modules/yaml/LICENSE $to/yaml.LICENSE.txt
for font in material-symbols-outlined noto-mono source-sans-3; do
  cp $from/npm/assets/$font-latin-*.woff2 $to/fonts/$font.woff2
  cp $from/npm/assets/$font.LICENSE.txt $to/fonts/
done
NODE_PATH=node_modules node_modules/.bin/esbuild $to/page.mjs \
  --bundle --minify --format=esm --charset=utf8 --target=es2022 --log-level=warning --outfile=$to/page.js
