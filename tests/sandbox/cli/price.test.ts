import { expect, test } from "vitest";
import { BadInput } from "../../../sandbox/node/bad-input.ts";
import { parsedCommand } from "../../../sandbox/node/command.ts";
import { priceReport } from "../../../sandbox/node/price-report.ts";
import { lab } from "./lab.ts";

const GUIDE = "--requests 3000000 --duration 200 --memory 512".split(" ");

function report(...args: string[]): string {
  const command = parsedCommand(["price", ...args]);
  if (command.name !== "price") throw new Error("not a price command");
  return priceReport(command);
}

test("--json prints exactly the documented object for the guide's example", async () => {
  const { code, stdout, stderr } = await lab(["price", ...GUIDE, "--json"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toEqual({
    currency: "USD",
    total: "0.40",
    lines: [
      {
        item: "요청",
        quantity: 2_000_000,
        unitPrice: "0.0000002",
        amount: "0.40",
        how: "3,000,000건 − 무료 한도 1,000,000건 = 2,000,000건 → 2,000,000건 × $0.0000002 = $0.40",
      },
      {
        item: "실행 시간",
        quantity: 0,
        unitPrice: "0.0000166667",
        amount: "0.00",
        how: "3,000,000건 × 200ms × 0.5GB = 300,000GB-초 → 300,000GB-초, 무료 한도 400,000GB-초 안이라 0GB-초 → 0GB-초 × $0.0000166667 = $0.00",
      },
    ],
  });
});

test("without --json it is a table with the arithmetic below", () => {
  expect(report(...GUIDE, "--no-free-tier")).toMatchInlineSnapshot(`
    "한 달 요금 · 서울(ap-northeast-2) · x86_64 · 무료 한도를 빼지 않음

    항목       청구하는 양   단가           금액
    요청       3,000,000건   $0.0000002     $0.60
    실행 시간  300,000GB-초  $0.0000166667  $5.00001
    합계                                    $5.60

    계산
      요청
        3,000,000건 × $0.0000002 = $0.60
      실행 시간
        3,000,000건 × 200ms × 0.5GB = 300,000GB-초
        300,000GB-초 × $0.0000166667 = $5.00001

    단가는 2026-11-22에 확인했습니다. 세금은 뺀 값입니다."
  `);
});

test("every option of the issue's example reaches the bill", () => {
  const args = "--arch arm64 --region us-east-1 --ephemeral 1024 --provisioned 10 --hours 100 --init-ms 300 --cold-rate 0.01 --json";
  const { total, lines } = JSON.parse(report(...GUIDE, ...args.split(" ")));
  expect(lines.map(({ item, quantity, unitPrice }: Record<string, unknown>) => [item, quantity, unitPrice])).toEqual([
    ["요청", 3_000_000, "0.0000002"],
    ["프로비저닝된 동시성", 1_800_000, "0.0000033334"],
    ["프로비저닝된 환경의 실행 시간", 300_000, "0.0000077778"],
    ["임시 스토리지", 300_000, "0.0000000309"],
  ]);
  // 0.60 + 6.00012 + 2.33334 + 0.00927
  expect(total).toBe("8.94");
});

test("the amounts of the lines sum to the total", () => {
  const { total, lines } = JSON.parse(
    report("--requests", "3000000", "--duration", "120", "--memory", "1536", "--log-gb", "0.5", "--json"),
  );
  expect(lines.map(({ amount }: { amount: string }) => amount)).toEqual(["0.40", "2.333338", "0.38"]);
  expect(total).toBe("3.11");
});

test("a price that rests on one copy or on a guess is named", () => {
  const text = report(...GUIDE, "--stream-mb", "7", "--log-gb", "1");
  expect(text).toContain("\n사본 하나에서만 확인한 단가: CloudWatch Logs 수집");
  expect(text).toContain("\n다른 리전의 값으로 짐작한 단가: 응답 스트리밍");
});

test("INIT can be left unbilled, as before August 2025", () => {
  const cold = [...GUIDE, "--no-free-tier", "--cold-rate", "0.01", "--init-ms", "300", "--json"];
  expect([JSON.parse(report(...cold)).total, JSON.parse(report(...cold, "--init-unbilled")).total]).toEqual(["5.68", "5.60"]);
});

const needed = ["--requests", "1", "--duration", "1"];

test.each([
  [[], "‘--requests’ 옵션을 쓰세요. 예: price --requests 3000000 --duration 200 --memory 512"],
  [["--requests", "1"], "‘--duration’ 옵션을 쓰세요."],
  [["index.mjs", ...needed], "price 명령은 옵션만 받습니다. 남는 인수: index.mjs"],
  [["--requests", "1.5", "--duration", "1"], "‘--requests’ 값은 0부터 1,000,000,000,000까지의 정수(건)여야 합니다. 받은 값: 1.5"],
  [["--requests=-1", "--duration", "1"], "‘--requests’ 값은 0부터 1,000,000,000,000까지의 정수(건)여야 합니다. 받은 값: -1"],
  [["--requests", "1e3", "--duration", "1"], "‘--requests’ 값은 0부터 1,000,000,000,000까지의 정수(건)여야 합니다. 받은 값: 1e3"],
  [["--requests", "많이", "--duration", "1"], "받은 값: 많이"],
  [["--requests=", "--duration", "1"], "‘--requests’ 값은"],
  [
    ["--requests", "1", "--duration", "0.001"],
    "‘--duration’ 값은 0부터 900,000까지의 수(ms)여야 합니다. 소수는 2자리까지 씁니다. 받은 값: 0.001",
  ],
  [["--requests", "1", "--duration", "900001"], "‘--duration’ 값은 0부터 900,000까지의"],
  [[...needed, "--memory", "127"], "‘--memory’ 값은 128부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 127"],
  [[...needed, "--memory", "10241"], "‘--memory’ 값은 128부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 10241"],
  [[...needed, "--ephemeral", "511"], "‘--ephemeral’ 값은 512부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 511"],
  [[...needed, "--arch", "arm"], "‘--arch’ 값은 다음 가운데 하나여야 합니다: x86_64, arm64. 받은 값: arm"],
  [[...needed, "--region", "eu-west-1"], "‘--region’ 값은 다음 가운데 하나여야 합니다: ap-northeast-2, us-east-1. 받은 값: eu-west-1"],
  [[...needed, "--provisioned", "0"], "‘--provisioned’ 값은 1부터 1,000,000까지의 정수(개)여야 합니다. 받은 값: 0"],
  [[...needed, "--provisioned", "1", "--hours", "745"], "‘--hours’ 값은 0부터 744까지의 수(시간)여야 합니다."],
  [[...needed, "--hours", "1"], "‘--hours’ 옵션은 ‘--provisioned’ 옵션과 함께 씁니다."],
  [[...needed, "--cold-rate", "0.1"], "‘--cold-rate’ 옵션은 ‘--init-ms’ 옵션과 함께 씁니다."],
  [[...needed, "--cold-rate", "1.1", "--init-ms", "1"], "‘--cold-rate’ 값은 0부터 1까지의 수여야 합니다."],
  [[...needed, "--snapstart", "node"], "‘--snapstart’ 값은 다음 가운데 하나여야 합니다: python, dotnet, java. 받은 값: node"],
  [[...needed, "--snapstart", "python", "--provisioned", "1"], "‘--snapstart’ 기능은 프로비저닝된 동시성과 함께 쓰지 못합니다."],
  [[...needed, "--durable-written-gb", "1"], "‘--durable-written-gb’ 요금은 이 리전의 값을 확인하지 못해 계산하지 않습니다."],
  [[...needed, "--free"], "‘--free’ 옵션은 없습니다."],
])("price %j is refused in one sentence", (args, sentence) => {
  expect(() => parsedCommand(["price", ...args])).toThrow(BadInput);
  expect(() => parsedCommand(["price", ...args])).toThrow(sentence);
});

test("what is refused prints nothing, a line on the error output, and exits with 2", async () => {
  const { code, stdout, stderr } = await lab(["price", "--requests", "1", "--duration", "1", "--memory", "64"]);
  expect([code, stdout, stderr]).toEqual([2, "", "‘--memory’ 값은 128부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 64\n"]);
});
