const LIMIT = 4096; // 환경 변수를 모두 더한 한도, 4KB

// 관람 안내문을 환경 변수 하나에 둘 수 있는지 잽니다.
// AWS는 이름까지 더한 JSON 글자의 바이트를 셉니다.
export const handler = async (event) => {
  const notice = event.letter.repeat(event.count);
  const bytes = Buffer.byteLength(JSON.stringify({ NOTICE: notice }));
  console.log(`${notice.length}자, ${bytes}바이트`);
  return { letters: notice.length, bytes, fits: bytes <= LIMIT };
};
