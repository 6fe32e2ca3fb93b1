/**
 * What a REQUEST authorizer of a REST API gets. Shape: apigateway dg, "Input to an API Gateway Lambda authorizer", and an event
 * recorded in June 2024: maps that would be empty are empty objects here, and there is no body.
 */
import { methodArn } from "./authorizer-token.ts";
import { lastValues, type TextLists, type Texts } from "./header-lists.ts";
import { REST_FIELDS, type RestRequestContext, restHeaders, restRequest, restRequestContext } from "./rest-request.ts";
import { type EventSource, type Field, fieldReader } from "./source.ts";

export interface RequestAuthorizerEvent {
  readonly type: "REQUEST";
  readonly methodArn: string;
  readonly resource: string;
  readonly path: string;
  readonly httpMethod: string;
  readonly headers: Texts;
  readonly multiValueHeaders: TextLists;
  readonly queryStringParameters: Texts;
  readonly multiValueQueryStringParameters: TextLists;
  readonly pathParameters: Texts;
  readonly stageVariables: Texts;
  readonly requestContext: RestRequestContext;
}

const FIELDS: readonly Field[] = REST_FIELDS.filter(({ name }) => name !== "body").map((field) =>
  field.name === "headers" ? { ...field, default: '{"Authorization":"Bearer my-token"}' } : field,
);

export const authorizerRequest: EventSource<RequestAuthorizerEvent> = {
  name: "authorizer-request",
  label: "REST API 람다 권한 부여자(REQUEST)",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    const request = restRequest({ ...read, text: (name) => (name === "body" ? "" : read.text(name)) });
    const { http, resource, stage, query } = request;
    const headers = restHeaders(context, request);
    return {
      type: "REQUEST",
      methodArn: methodArn(context, stage, http.method, http.path),
      resource,
      path: http.path,
      httpMethod: http.method,
      headers: lastValues(headers),
      multiValueHeaders: headers,
      queryStringParameters: lastValues(query),
      multiValueQueryStringParameters: query,
      pathParameters: request.pathParameters,
      stageVariables: request.stageVariables,
      requestContext: restRequestContext(context, request),
    };
  },
};
