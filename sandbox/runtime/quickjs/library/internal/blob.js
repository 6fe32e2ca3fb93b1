/** Blob and File: Node's own (build/node-source.ts). */
import load from "internal/blob-parts";
import { knowBlobs } from "./node-parts.js";

export const { Blob, createBlob, isBlob, resolveObjectURL } = load("internal/blob");
knowBlobs(isBlob);
export const { File } = load("internal/file");
