export const handler = async () => {
  const blob = new Blob(["<b>", new TextEncoder().encode("안녕"), new Blob(["</b>"])], { type: "Text/HTML" });
  const file = new File([blob, "!"], "hello.html", { type: "text/html", lastModified: 1_700_000_000_000 });
  const slice = blob.slice(3, -4, "text/plain");
  const sizes = [];
  for await (const chunk of file.stream()) sizes.push(chunk.length);
  console.log(blob, file instanceof Blob);
  return {
    blob: [blob.size, blob.type, await blob.text()],
    file: [file.name, file.size, file.lastModified, new Date(file.lastModified).toISOString()],
    slice: [slice.size, slice.type, await slice.text()],
    bytes: [...new Uint8Array(await slice.arrayBuffer())].map((b) => b.toString(16)).join(""),
    sum: sizes.reduce((a, b) => a + b, 0),
    text: Object.prototype.toString.call(file),
  };
};
