/**
 * An Application Load Balancer whose target is a function: elasticloadbalancing application guide, "Use Lambda functions as targets of
 * an Application Load Balancer" and "Troubleshoot your Application Load Balancers" (2026). Its error pages are those that it is seen
 * to send (122 bytes for a 502).
 */
import { alb } from "../events/alb.ts";
import type { HeaderLine } from "../events/http-request.ts";
import { STATUS_TEXT } from "../network/status-text.ts";
import type { Instant } from "../time/instant.ts";
import { type Arrival, functionOf, type Received } from "./exchange.ts";
import type { FrontEnd } from "./front-end.ts";
import { isLongerThan, LOAD_BALANCER } from "./front-end-quotas.ts";
import { type FunctionAnswer, type HttpAnswer, httpAnswer } from "./http-answer.ts";
import { bodyText, decodedBody, headerLines, isObject, jsonValue, multiValueLines, statusCode } from "./proxy-response.ts";

export type LoadBalancer = Extract<FrontEnd, { type: "alb" }>;

export function loadBalancerReceives(balancer: LoadBalancer, { request, values, context, at }: Arrival): Received {
  if (isLongerThan(request.body, LOAD_BALANCER.requestBytes)) return { answer: errorPage(413, at, "Request Entity Too Large") };
  if (request.headers.get("upgrade")?.toLowerCase() === "websocket") return { answer: errorPage(400, at) };
  const isMultiValue = balancer.multiValueHeaders ?? false;
  const event = alb.build({ ...values, targetGroup: targetGroupOf(balancer.name), multiValue: isMultiValue ? "켬" : "끔" }, context);
  const TraceHeader = event.headers?.["x-amzn-trace-id"] ?? event.multiValueHeaders?.["x-amzn-trace-id"]?.[0];
  // It waits until the function responds or times out.
  return {
    asks: { ...functionOf(balancer), Payload: JSON.stringify(event), ...(TraceHeader !== undefined && { TraceHeader }) },
    interpret: (heard, answeredAt) => loadBalancerAnswer(heard, isMultiValue, answeredAt),
  };
}

/** Malformed, an error of the function or of Lambda's, too large: the same page. */
export function loadBalancerAnswer(heard: FunctionAnswer, isMultiValue: boolean, at: Instant): HttpAnswer {
  const badGateway = errorPage(502, at);
  if (heard.how !== "answered" || isLongerThan(heard.payload, LOAD_BALANCER.responseBytes)) return badGateway;
  const value = jsonValue(heard.payload)?.value;
  if (!isObject(value)) return badGateway;
  // [INF] A status that is text is taken too, as API Gateway takes it.
  const status = statusCode(value.statusCode);
  const headers = isMultiValue ? multiValueLines(value.multiValueHeaders) : headerLines(value.headers);
  const text = bodyText(value.body);
  const body = text !== undefined && value.isBase64Encoded === true ? decodedBody(text) : text === undefined ? undefined : { body: text };
  if (status === undefined || headers === undefined || body === undefined) return badGateway;
  const phrase = reasonPhrase(value.statusDescription, status);
  const contentType = "application/octet-stream";
  return httpAnswer({ at, status, ...(phrase !== undefined && { statusText: phrase }), contentType, first: SERVER, headers, ...body });
}

/** `statusDescription` has the status in front: `200 OK`. */
function reasonPhrase(description: unknown, status: number): string | undefined {
  if (typeof description !== "string") return undefined;
  return description.startsWith(`${status} `) ? description.slice(4) : description;
}

const SERVER: readonly HeaderLine[] = [["Server", "awselb/2.0"]];

function errorPage(status: number, at: Instant, statusText: string = STATUS_TEXT[status] ?? ""): HttpAnswer {
  const title = `${status} ${statusText}`;
  const lines = [
    "<html>",
    `<head><title>${title}</title></head>`,
    "<body>",
    `<center><h1>${title}</h1></center>`,
    "</body>",
    "</html>",
    "",
  ];
  return httpAnswer({ at, status, statusText, contentType: "text/html", first: SERVER, body: lines.join("\r\n") });
}

/** A target group's name: letters, digits and hyphens, 32 at most. */
const targetGroupOf = (name: string) => name.replace(/[^A-Za-z0-9-]/g, "-").slice(0, 32) || "target";
