/** Files read, written and copied as a whole. */
import { validateInteger } from "../validators.js";
import { CREATE, checked, constants, decoded, EXCLUSIVE, encodingOf, factsOf, optionsOf, pathOf, TRUNCATE } from "./arguments.js";
import { bytesOf, closeSync, contentOf, descriptor, openSync, put } from "./descriptors.js";

export function readFileSync(path, options) {
  const { flag } = optionsOf(options, { flag: "r" });
  const encoding = encodingOf(options);
  if (typeof path === "number") return decoded(Buffer.from(contentOf(descriptor(path, "fstat")).buffer), encoding);
  const fd = openSync(path, flag ?? "r");
  try {
    return decoded(Buffer.from(contentOf(descriptor(fd, "read")).buffer), encoding);
  } finally {
    closeSync(fd);
  }
}

export function writeFileSync(path, data, options) {
  const { encoding, mode, flag } = optionsOf(options, { encoding: "utf8", mode: 0o666, flag: "w" });
  const bytes = bytesOf(data, encoding);
  if (typeof path === "number") {
    put(descriptor(path, "write"), bytes, undefined);
    return;
  }
  const fd = openSync(path, flag ?? "w", mode);
  try {
    if (bytes.length > 0) put(descriptor(fd, "write"), bytes, undefined);
  } finally {
    closeSync(fd);
  }
}

export function appendFileSync(path, data, options) {
  const given = optionsOf(options, { encoding: "utf8", mode: 0o666, flag: "a" });
  writeFileSync(path, data, { ...given, flag: given.flag ?? "a" });
}

export function copyFileSync(from, to, mode = 0) {
  const [source, target] = [pathOf(from, "src"), pathOf(to, "dest")];
  validateInteger(mode, "mode", 0, 7);
  const fail = (answer) => checked(answer, "copyfile", source.text, target.text);
  const content = fail(binding.fsRead(source.absolute));
  const facts = fail(factsOf(source));
  fail(binding.fsOpenForWriting(target.absolute, CREATE | TRUNCATE | (mode & constants.COPYFILE_EXCL ? EXCLUSIVE : 0), facts.mode & 0o777));
  fail(binding.fsWrite(target.absolute, new Uint8Array(content), 0));
}

export function truncateSync(path, length = 0) {
  const place = pathOf(path);
  checked(factsOf(place), "open", place.text);
  checked(binding.fsTruncate(place.absolute, Math.max(0, length)), "open", place.text);
}
