/** HTTP stubs as a scenario's author writes them, and the Korean sentences in which they refuse. For the build and Node only. */
import { z } from "zod";
import { bytesOfBase64 } from "../events/base64.ts";
import { choice, duration, json, list, must, refuse, strict, text, wholeNumber } from "../exercise/author-schema.ts";
import { type HttpStub, partsOf } from "./http-stub.ts";

const MOST_STUBS = 100;
const LONGEST_URL = 2_048;
const LONGEST_HEADERS = 8_192;
const LONGEST_BODY = 6 * 1_048_576;
const LONGEST_LATENCY = 15 * 60_000;

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
/** The network writes these itself. */
const OURS = ["content-length", "transfer-encoding", "connection", "keep-alive"];

const url = text.max(LONGEST_URL, { error: `${LONGEST_URL}자 이하여야 합니다.` }).check((context) => {
  const { hostname } = partsOf(context.value);
  if (hostname === "" || /[^a-z0-9.*:_-]/.test(hostname) || /[\s#]/.test(context.value)) {
    refuse(context, [], "https://api.example.com/orders/* 꼴의 주소여야 합니다. *는 아무 글자나 대신하고, #과 빈칸은 쓰지 못합니다.");
  }
});

const headers = z
  .record(text, z.string(must("헤더의 값은 글이어야 합니다. 수는 따옴표로 감싸세요.")), must("헤더 이름과 값의 객체여야 합니다."))
  .check((context) => {
    const entries = Object.entries(context.value);
    for (const [name, value] of entries) {
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) refuse(context, [name], "헤더 이름은 영문자, 숫자, 붙임표로 씁니다.");
      else if (OURS.includes(name.toLowerCase())) refuse(context, [name], "시뮬레이터가 정하는 헤더라 적지 못합니다.");
      if (/[^\t\x20-\x7e\x80-\xff]/.test(value))
        refuse(context, [name], "헤더 값에는 줄바꿈과 한글을 쓰지 못합니다. encodeURIComponent로 바꾸어 적으세요.");
    }
    if (entries.join("").length > LONGEST_HEADERS) refuse(context, [], "헤더는 모두 합쳐 8KB 이하여야 합니다.");
  });

const stub: z.ZodType<HttpStub> = strict({
  url,
  method: choice(METHODS).exactOptional(),
  status: z.int(must(statusWords())).min(200, { error: statusWords() }).max(599, { error: statusWords() }).exactOptional(),
  headers: headers.exactOptional(),
  body: z.string(must("글이어야 합니다. JSON은 json에 적으세요.")).exactOptional(),
  json: json.exactOptional(),
  base64: text.exactOptional(),
  repeat: wholeNumber(1).exactOptional(),
  latency: duration.exactOptional(),
  error: choice(["ENOTFOUND", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT"]).exactOptional(),
  times: wholeNumber(1).exactOptional(),
}).check((context) => {
  const { status, headers: given, body, json: value, base64, repeat = 1, latency = 0, error } = context.value;
  const bodies = [body, value, base64].filter((one) => one !== undefined).length;
  if (bodies > 1) refuse(context, [], "body, json, base64 가운데 하나만 쓰세요.");
  if (error !== undefined && (status !== undefined || given !== undefined || bodies > 0)) {
    refuse(
      context,
      ["error"],
      "error는 연결이 실패한다는 뜻이라 status, headers, body와 함께 쓰지 못합니다. 서버의 오류 응답은 status로 적으세요.",
    );
  }
  if (base64 !== undefined && bytesOfBase64(base64) === undefined) refuse(context, ["base64"], "Base64로 읽지 못했습니다.");
  const length = (body ?? base64 ?? JSON.stringify(value) ?? "").length;
  if (length > LONGEST_BODY) refuse(context, [], "본문은 6MB 이하여야 합니다. 큰 본문은 repeat로 만드세요.");
  if (length * repeat > 2 ** 40) refuse(context, ["repeat"], "본문은 반복한 길이까지 1TB 이하여야 합니다.");
  if (latency > LONGEST_LATENCY) refuse(context, ["latency"], "15분 이하여야 합니다.");
});

export const httpStubsSchema: z.ZodType<readonly HttpStub[]> = list(stub).max(MOST_STUBS, { error: `${MOST_STUBS}개 이하여야 합니다.` });

function statusWords(): string {
  return "200부터 599까지의 정수여야 합니다.";
}
