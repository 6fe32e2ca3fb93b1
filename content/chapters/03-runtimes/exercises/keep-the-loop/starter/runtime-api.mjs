// 런타임 API를 흉내 냅니다. 진짜는 HTTP 주소이고, 부를 호출이 없으면 올 때까지 기다립니다.
let waiting = [];

export const open = (invocations) => {
  waiting = [...invocations];
};

// 다음 호출을 받습니다. 더 없으면 null입니다.
export const next = async () => waiting.shift() ?? null;

export const respond = async (requestId, answer) => {
  console.log(`${requestId} response ${JSON.stringify(answer)}`);
};

export const fail = async (requestId, { errorType, errorMessage }) => {
  console.log(`${requestId} error ${errorType}: ${errorMessage}`);
};
