// vpc.mjs 파일에 적은 대로 길을 흉내 냅니다.
import { vpc } from "./vpc.mjs";

const FUNCTION_GROUP = "sg-stock-function";

for (const name of vpc.gatewayEndpoints) {
  if (name !== "s3" && name !== "dynamodb") throw new Error(`${name} 서비스에는 게이트웨이 엔드포인트가 없습니다.`);
}

const isOpen = (place) =>
  place === "database" ||
  vpc.natGateways > 0 ||
  vpc.gatewayEndpoints.includes(place) ||
  (vpc.interfaceEndpoints.includes(place) && vpc.endpointAllows443From.includes(FUNCTION_GROUP));

export const connect = (place) =>
  new Promise((resolve) => {
    if (isOpen(place)) setTimeout(resolve, 20, "답함");
  });

// 쓰지 않아도 시간마다 값을 내는 것
export const paidByTheHour = () => [...Array(vpc.natGateways).fill("nat"), ...vpc.interfaceEndpoints].sort();
