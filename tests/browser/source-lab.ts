/** The chapter's lab as if its lab.yaml named an event source. */
import { eventFormOf, madeEvent } from "../../src/lab/event-source.ts";
import { changeIslands } from "./island-props.ts";
import type { LabPage } from "./lab-page.ts";

/** `source` as in a lab.yaml. */
export async function openWithSource(labPage: LabPage, source: { readonly name: string; readonly fields?: object }): Promise<void> {
  const read = eventFormOf(source);
  if ("says" in read) throw new Error(read.says);
  const { form } = read;
  await changeIslands(labPage.page, ({ lab, ...props }) => {
    const id = (lab as { id?: string } | undefined)?.id;
    if (!id?.endsWith("/environments-remember")) return lab === undefined ? props : { ...props, lab };
    const made = madeEvent(id, form.name, form.values);
    return { ...props, lab: { ...(lab as object), source: form, ...made } };
  });
  await labPage.open();
}
