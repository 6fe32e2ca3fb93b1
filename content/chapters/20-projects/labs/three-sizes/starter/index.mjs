const widths = [320, 640, 1280];

export const handler = async (event) => {
  const saved = new Map(); // 가게의 버킷 대신
  for (const { s3 } of event.Records) {
    const key = decodeURIComponent(s3.object.key.replaceAll("+", " "));
    for (const width of widths) {
      const name = key.replace(".jpg", `-${width}.jpg`);
      console.log("저장", name);
      saved.set(name, width);
    }
  }
  return { left: saved.size, photos: Object.fromEntries(saved) };
};
