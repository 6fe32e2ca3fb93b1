/** What `--help` prints. */
export const USAGE = `쓰는 법
  npm run -s lab -- invoke <파일이나 폴더> [옵션]   함수를 호출합니다.
  npm run -s lab -- run <시나리오.yaml> [옵션]      시나리오를 실행합니다.
  npm run -s lab -- event <소스> [--set 필드=값]…   이벤트를 만들어 JSON으로 출력합니다.
  npm run -s lab -- event --list                    이벤트 소스와 필드를 봅니다.
  npm run -s lab -- price --requests <건> --duration <ms> [옵션]   한 달 요금을 계산합니다.

invoke 옵션
  --event <파일>        이벤트 JSON 파일, -는 표준 입력
  --source <소스>       이벤트 소스로 이벤트를 만듦
  --set <필드=값>       이벤트 소스의 필드, 여러 번 씀
  --handler <핸들러>    기본값: 파일 이름.handler, 폴더는 index.handler
  --runtime <런타임>    nodejs24.x(기본값)나 nodejs22.x
  --memory <MB>         128~10,240, 기본값 128
  --timeout <초>        1~900, 기본값 3
  --env <이름=값>       환경 변수, 여러 번 씀
  --http <파일>         바깥 서버의 응답을 적은 JSON 파일(content/README.md의 http)
  --times <횟수>        차례로 호출하는 횟수
  --concurrent <개수>   한꺼번에 보내는 요청 수
  --wait <시간>         호출 사이에 보내는 시간(10m, 2h), 호출이 한 번이면 그 뒤
  --log-format <형식>   Text(기본값)나 JSON
  --build               TypeScript의 타입을 지워 .mjs로 배포(.ts 파일 하나면 늘)
  --stream              응답을 스트리밍으로 받음(InvokeWithResponseStream)
  --seed <정수>         같은 값이면 같은 결과
  --json                결과를 JSON 객체 하나로 출력

run 옵션(쓰지 않으면 함수별로 요약, 시나리오 쓰는 법은 sandbox/README.md)
  --timeline            일어난 일을 시각 순서로
  --logs                로그 그룹과 로그 스트림
  --metrics             CloudWatch의 지표, 1분 단위
  --json                호출, 지표, 트레이스를 JSON 객체 하나로
  --seed <정수>         파일에 적힌 시드 대신

price 옵션
  --requests <건>       한 달의 요청 수
  --duration <ms>       핸들러의 평균 실행 시간, 0~900,000
  --memory <MB>         128~10,240, 기본값 128
  --arch <아키텍처>     x86_64(기본값)나 arm64
  --region <리전>       ap-northeast-2(기본값)나 us-east-1
  --ephemeral <MB>      임시 스토리지 512~10,240, 기본값 512
  --cold-rate <비율>    콜드 스타트로 시작하는 비율 0~1, --init-ms와 함께 씀
  --init-ms <ms>        콜드 스타트 한 건의 초기화 시간, 0~10,000
  --init-unbilled       초기화 시간을 청구하지 않던 2025년 8월 전의 계산
  --provisioned <개>    프로비저닝된 동시성
  --hours <시간>        프로비저닝해 두는 시간, 기본값 730
  --snapstart <런타임>  python, dotnet, java 가운데 하나
  --snapstart-versions <개>, --snapstart-hours <시간>
                        스냅샷을 보관하는 버전 수와 시간, 기본값 1과 730
  --stream-mb <MB>      응답 하나에 스트리밍하는 양, 0~200
  --log-gb <GB>         한 달에 CloudWatch Logs에 쌓는 양
  --durable-operations <건>, --durable-written-gb <GB>, --durable-retained-gb <GB-월>
                        지속성 함수의 작업, 쓰기, 보관(us-east-1에서만)
  --no-free-tier        무료 한도를 빼지 않음
  --json                결과를 JSON 객체 하나로 출력`;
