// Reads a calendar as ical.js understands it and writes its events as JSON, times as UTC.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf-8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const at = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
const events = calendar.getAllSubcomponents("vevent").map((each) => {
  const event = new ICAL.Event(each);
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description ?? "",
    starts: at(event.startDate),
    ends: at(event.endDate),
    sequence: event.sequence,
    status: each.getFirstPropertyValue("status"),
  };
});
process.stdout.write(JSON.stringify(events));
