// Fill in the form of a file as a person would: for each line of JSON, {text, edits}, print the file that is saved.
import { createInterface } from "node:readline";

const { fromFile, toFile } = await import(process.argv[2]);

for await (const line of createInterface({ input: process.stdin })) {
  const { text, edits } = JSON.parse(line);
  const form = fromFile(text);
  for (const { trail, value } of edits) {
    const last = trail.pop();
    const place = trail.reduce((each, step) => each[step], form);
    if (value !== null) place[last] = value;
    else if (Array.isArray(place)) place.splice(last, 1);
    else place[last] = "";
  }
  console.log(JSON.stringify(toFile(form)));
}
