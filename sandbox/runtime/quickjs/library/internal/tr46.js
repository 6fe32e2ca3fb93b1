/** The package tr46, whole. */
export { toASCII, toUnicode } from "tr46";
