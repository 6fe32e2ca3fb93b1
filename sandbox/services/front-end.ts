/** What turns an HTTP request into an event and a function's answer into an HTTP response: API Gateway's APIs and load balancers. */
export type FrontEnd =
  | {
      readonly type: "rest-api";
      readonly name: string;
      readonly routes: readonly Route[];
      readonly stage?: string;
      readonly binaryMediaTypes?: readonly string[];
    }
  | { readonly type: "http-api"; readonly name: string; readonly routes: readonly Route[]; readonly payloadFormatVersion?: "1.0" | "2.0" }
  | { readonly type: "websocket-api"; readonly name: string; readonly routes: readonly Route[]; readonly stage?: string }
  | {
      readonly type: "alb";
      readonly name: string;
      readonly FunctionName: string;
      readonly Qualifier?: string;
      readonly multiValueHeaders?: boolean;
    };

export interface Route {
  /** `GET /orders/{id}`, `ANY /{proxy+}`, `$default`, `$connect`. */
  readonly routeKey: string;
  readonly FunctionName: string;
  readonly Qualifier?: string;
}

export interface HttpMessage {
  readonly method: string;
  /** With its query: `/orders?since=3`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Signed with the account's credentials (AuthType AWS_IAM). */
  readonly signed?: boolean;
  /** WebSocket: which connection, by a name of the scenario's. */
  readonly connection?: string;
}
