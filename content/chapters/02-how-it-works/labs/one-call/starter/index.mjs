console.log("앨범 목록 준비");
const albums = { summer: ["바다", "수박"], winter: ["눈사람"] };

export const handler = async (event) => {
  console.log(`${event.album} 앨범 찾기`);
  return { photos: albums[event.album] ?? [] };
};
