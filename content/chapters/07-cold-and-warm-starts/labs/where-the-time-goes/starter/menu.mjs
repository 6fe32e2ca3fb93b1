console.log(`메뉴판을 읽음, 프로세스 시작 후 ${Math.round(performance.now())}ms`);

export const menu = { 아메리카노: 4500, 카페라테: 5000, 유자차: 5500 };
