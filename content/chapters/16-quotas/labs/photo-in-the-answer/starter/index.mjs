export const handler = async (event) => {
  const photo = Buffer.alloc(event.megabytes * 1024 * 1024, 7); // 저장소에서 읽어 온 소장품 사진
  const body = photo.toString("base64");
  const inMegabytes = (bytes) => (bytes / 1024 / 1024).toFixed(2);
  console.log(`사진 ${inMegabytes(photo.length)}MB, 글자로 바꾸면 ${inMegabytes(body.length)}MB`);
  return { statusCode: 200, headers: { "content-type": "image/jpeg" }, isBase64Encoded: true, body };
};
