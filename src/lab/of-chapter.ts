/** Reads a lab out of content/, or says to its author what is missing and where. */
import type { CollectionEntry } from "astro:content";
import type { Files, LayerDefinition } from "../../sandbox/index.ts";
import { isCatalogueLayer } from "../../sandbox/lambda/layer-catalogue.ts";
import type { LabDefinition } from "./definition.ts";
import { eventFormOf, madeEvent } from "./event-source.ts";

const sources = import.meta.glob<string>("/content/chapters/*/*/*/{starter,solution,layers}/**/*", {
  query: "?raw",
  import: "default",
  eager: true,
  // A layer's packages are in node_modules.
  exhaustive: true,
});

/** `chapter` is the chapter's folder: 07-cold-and-warm-starts. `runs`: how often the expected output has run the code. */
export function labOf(
  labs: readonly CollectionEntry<"labs">[],
  chapter: string,
  name: string,
): { readonly lab: LabDefinition; readonly runs: number } {
  const id = `${chapter}/${name}`;
  const entry = labs.find((candidate) => candidate.id === id);
  if (entry === undefined) {
    throw new Error(
      `content/chapters/${chapter}/chapter.mdx: <Lab name="${name}" />에 맞는 labs/${name}/lab.yaml이 없습니다. 이름을 고치거나 파일을 만드세요.`,
    );
  }
  const { title, account, http, api, runs, resources, steps, controls } = entry.data;
  const folder = `${chapter}/labs/${name}`;
  // Where no code runs there is none.
  const files = entry.data.function.declared === undefined ? filesIn(`${folder}/starter`, entry.data.function.Handler) : {};
  const layers = layersIn(folder, entry.data.function.Layers);
  // What is not there is left out: it would stand in the page's data by name.
  const more = {
    ...(layers !== undefined && { layers }),
    ...(http !== undefined && { http }),
    ...(api !== undefined && { api }),
    ...(resources !== undefined && { resources }),
    ...(steps !== undefined && { steps }),
    ...(controls !== undefined && { controls }),
    ...(account !== undefined && { account }),
  };
  return { lab: { id, title, function: { ...entry.data.function, files }, ...more, ...eventOf(entry) }, runs };
}

/**
 * The layers that a function names, each a folder below layers/: what is in it is under /opt. Undefined where it names none.
 * Without a folder it may be one of the catalogue's, which the simulator brings.
 */
export function layersIn(folder: string, names: readonly string[] | undefined): readonly LayerDefinition[] | undefined {
  const hasFolder = (name: string) => Object.keys(sources).some((path) => path.startsWith(`/content/chapters/${folder}/layers/${name}/`));
  const own = names?.filter((name) => hasFolder(name) || !isCatalogueLayer(name));
  return own?.map((LayerName) => ({ LayerName, files: filesIn(`${folder}/layers/${LayerName}`, "") }));
}

/** content.config.ts has seen to it that a lab has either an event or a source. */
function eventOf({ id, data: { event, source } }: CollectionEntry<"labs">): Pick<LabDefinition, "event" | "source"> {
  if (source === undefined) return { event: JSON.stringify(event ?? {}, undefined, 2) };
  const read = eventFormOf(source);
  const made = "form" in read ? madeEvent(id, read.form.name, read.form.values) : read;
  if ("says" in made) throw new Error(`content/chapters/${id.replace("/", "/labs/")}/lab.yaml: ${made.says}`);
  return { event: made.event, source: "form" in read ? read.form : undefined };
}

/** The files below a folder of content/chapters/, that of the handler first. */
export function filesIn(folder: string, Handler: string): Files {
  const start = `/content/chapters/${folder}/`;
  const found = Object.entries(sources).flatMap(([path, text]): [string, string][] =>
    path.startsWith(start) ? [[path.slice(start.length), text]] : [],
  );
  if (found.length === 0) throw new Error(`content/chapters/${folder}/: 파일이 없습니다. 코드를 이 폴더에 두세요.`);
  const main = `${Handler.split(".")[0] ?? ""}.`;
  return Object.fromEntries(found.toSorted(([a], [b]) => Number(b.startsWith(main)) - Number(a.startsWith(main))));
}
