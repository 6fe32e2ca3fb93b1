import { expect, test } from "vitest";
import { broughtUpToDate, isKept } from "../../src/lab/kept-record.ts";
import { refusalOf } from "../../src/lab/refusal.ts";
import { type Draft, firstDraft } from "../../src/lab/session.ts";

const lab = {
  id: "chapter/lab",
  title: "실습",
  function: { FunctionName: "f", Runtime: "nodejs24.x", Handler: "index.handler", ReservedConcurrentExecutions: 10, files: {} },
  event: "{}",
} as const;
const controls = [{ name: "reserved", label: "예약", set: "function.ReservedConcurrentExecutions", from: 0, to: 20 }] as const;

test("A draft from before a lab had something to turn runs in it, with what is written there.", () => {
  const before: Draft = { ...firstDraft(lab), files: { "index.mjs": "mine" } };
  const now = firstDraft({ ...lab, controls });
  const draft = broughtUpToDate(before, now);
  expect(draft).toEqual({ ...before, chosen: { reserved: 10 } });
  expect(refusalOf(draft, controls)).toBeUndefined();
  expect(broughtUpToDate({ ...before, chosen: { reserved: 3 } }, now).chosen).toEqual({ reserved: 3 });
  expect(broughtUpToDate(before, before)).toBe(before);
});

test.each([null, "text", { first: "x", draft: null }, { first: "x", draft: { files: null, event: "", configuration: {} } }])(
  "What the browser keeps under a lab's name and no lab wrote, %j, is no record.",
  (value) => {
    expect(isKept(value)).toBe(false);
  },
);

test("What was chosen is an object, or the record is none.", () => {
  const draft = firstDraft(lab);
  expect(isKept({ first: "x", draft: { ...draft, chosen: { reserved: 3 } } })).toBe(true);
  expect(isKept({ first: "x", draft: { ...draft, chosen: null } })).toBe(false);
});
