/** What `--help` prints. */
export const USAGE = `쓰는 법
  npm run -s lab -- invoke <파일이나 폴더> [옵션]   함수를 호출합니다.
  npm run -s lab -- event <소스> [--set 필드=값]…   이벤트를 만들어 JSON으로 출력합니다.
  npm run -s lab -- event --list                    이벤트 소스와 필드를 봅니다.

invoke 옵션
  --event <파일>        이벤트 JSON 파일, -는 표준 입력
  --source <소스>       이벤트 소스로 이벤트를 만듦
  --set <필드=값>       이벤트 소스의 필드, 여러 번 씀
  --handler <핸들러>    기본값: 파일 이름.handler, 폴더는 index.handler
  --runtime <런타임>    nodejs24.x(기본값)나 nodejs22.x
  --memory <MB>         128~10,240, 기본값 128
  --timeout <초>        1~900, 기본값 3
  --env <이름=값>       환경 변수, 여러 번 씀
  --times <횟수>        차례로 호출하는 횟수
  --concurrent <개수>   한꺼번에 보내는 요청 수
  --wait <시간>         호출 사이에 보내는 시간(10m, 2h), 호출이 한 번이면 그 뒤
  --log-format <형식>   Text(기본값)나 JSON
  --seed <정수>         같은 값이면 같은 결과
  --json                결과를 JSON 객체 하나로 출력`;
