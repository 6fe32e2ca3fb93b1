// 함수가 연결된 VPC. 함수의 보안 그룹은 sg-stock-function입니다.
export const vpc = {
  natGateways: 0,
  gatewayEndpoints: ["s3"],
  interfaceEndpoints: ["secretsmanager", "sqs"],
  // 인터페이스 엔드포인트의 보안 그룹이 443 포트로 받아 줄 보안 그룹
  endpointAllows443From: ["sg-office", "sg-stock-function"],
};
