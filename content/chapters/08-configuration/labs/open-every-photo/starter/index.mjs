const OPENED_BYTES = 16 * 1024 * 1024; // 사진 한 장을 펼친 크기

export const handler = async (event) => {
  const opened = [];
  for (const photo of event.photos) {
    opened.push(Buffer.alloc(OPENED_BYTES, 1));
    console.log(`${photo} 펼침, 모두 ${opened.length * 16}MB`);
  }
  return { pages: opened.length };
};
