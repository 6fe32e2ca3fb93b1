/** What the AWS CLI and the SAM CLI take beyond the services' models. Read in their references in November 2026. */

/** https://docs.aws.amazon.com/cli/latest/reference/#global-options ; `true`: an option without a value. */
export const GLOBAL_OPTIONS: Readonly<Record<string, boolean>> = {
  debug: true,
  "endpoint-url": false,
  "no-verify-ssl": true,
  "no-paginate": true,
  output: false,
  query: false,
  profile: false,
  region: false,
  version: true,
  color: false,
  "no-sign-request": true,
  "ca-bundle": false,
  "cli-read-timeout": false,
  "cli-connect-timeout": false,
  "cli-binary-format": false,
  "no-cli-pager": true,
  "cli-auto-prompt": true,
  "no-cli-auto-prompt": true,
  // On every command of a service, and the paging of lists.
  "cli-input-json": false,
  "cli-input-yaml": false,
  "generate-cli-skeleton": false,
  "starting-token": false,
  "page-size": false,
  "max-items": false,
};

export const GLOBAL_VALUES: Readonly<Record<string, readonly string[]>> = {
  output: ["json", "text", "table", "yaml", "yaml-stream", "off"],
  color: ["on", "off", "auto"],
  "cli-binary-format": ["base64", "raw-in-base64-out"],
};

export interface OwnCommand {
  /** `true`: an option without a value. */
  readonly options: Readonly<Record<string, boolean>>;
  readonly required: readonly string[];
  readonly positionals: number;
}

/** Commands of the CLI's own, which no model has. */
export const OWN_COMMANDS: Readonly<Record<string, OwnCommand>> = {
  // https://docs.aws.amazon.com/cli/latest/reference/logs/tail.html
  "logs tail": {
    options: {
      since: false,
      follow: true,
      format: false,
      "filter-pattern": false,
      "log-stream-names": false,
      "log-stream-name-prefix": false,
    },
    required: [],
    positionals: 1,
  },
  // https://docs.aws.amazon.com/cli/latest/reference/ecr/get-login-password.html
  "ecr get-login-password": { options: {}, required: [], positionals: 0 },
  // https://docs.aws.amazon.com/cli/latest/reference/s3/cp.html
  "s3 cp": {
    options: {
      recursive: true,
      dryrun: true,
      quiet: true,
      exclude: false,
      include: false,
      acl: false,
      "content-type": false,
      "cache-control": false,
    },
    required: [],
    positionals: 2,
  },
  // https://docs.aws.amazon.com/cli/latest/reference/s3/mb.html
  "s3 mb": { options: { tags: false }, required: [], positionals: 1 },
  // https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/
  "cloudformation deploy": {
    options: {
      "template-file": false,
      "stack-name": false,
      "s3-bucket": false,
      "force-upload": true,
      "s3-prefix": false,
      "kms-key-id": false,
      "parameter-overrides": false,
      capabilities: false,
      "no-execute-changeset": true,
      "disable-rollback": true,
      "no-disable-rollback": true,
      "role-arn": false,
      "notification-arns": false,
      "fail-on-empty-changeset": true,
      "no-fail-on-empty-changeset": true,
      tags: false,
    },
    required: ["template-file", "stack-name"],
    positionals: 0,
  },
};

/** The CLI hoists the archive out of `--code` and `--content`: https://docs.aws.amazon.com/cli/latest/reference/lambda/create-function.html */
export const HOISTED: Readonly<Record<string, { readonly added: string; readonly insteadOf: string }>> = {
  "lambda create-function": { added: "zip-file", insteadOf: "code" },
  "lambda publish-layer-version": { added: "zip-file", insteadOf: "content" },
};

/** Commands whose answer goes to a file that is named without an option. */
export const WITH_OUTPUT_FILE = ["lambda invoke", "s3api get-object"];

/** What a waiter asks again and again: https://docs.aws.amazon.com/cli/latest/reference/lambda/wait/ */
export const WAITS_ON: Readonly<Record<string, string>> = {
  "lambda function-active": "get-function-configuration",
  "lambda function-active-v2": "get-function",
  "lambda function-exists": "get-function",
  "lambda function-updated": "get-function-configuration",
  "lambda function-updated-v2": "get-function",
  "lambda published-version-active": "get-function-configuration",
};

const SAM_OF_ALL = {
  debug: true,
  "config-env": false,
  "config-file": false,
  "save-params": true,
  profile: false,
  region: false,
  help: true,
} as const;
const SAM_TEMPLATE = { template: false, "template-file": false, t: false } as const;
const SAM_STACK = {
  "stack-name": false,
  "parameter-overrides": false,
  capabilities: false,
  "s3-bucket": false,
  "s3-prefix": false,
  "resolve-s3": true,
  "image-repository": false,
  "image-repositories": false,
  "resolve-image-repos": true,
  "role-arn": false,
  "notification-arns": false,
  tags: false,
  metadata: false,
  "kms-key-id": false,
  "no-progressbar": true,
} as const;
const SAM_BUILD = {
  "use-container": true,
  u: true,
  "build-dir": false,
  "base-dir": false,
  manifest: false,
  exclude: false,
  parallel: true,
  cached: true,
  "cache-dir": false,
  "build-image": false,
  "container-env-var": false,
  "skip-pull-image": true,
  "docker-network": false,
  "beta-features": true,
} as const;

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-command-reference.html */
export const SAM_COMMANDS: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  init: {
    ...SAM_OF_ALL,
    name: false,
    n: false,
    runtime: false,
    r: false,
    architecture: false,
    a: false,
    "app-template": false,
    "dependency-manager": false,
    "package-type": false,
    location: false,
    "no-interactive": true,
    "output-dir": false,
    tracing: true,
    "application-insights": true,
    "structured-logging": true,
  },
  validate: { ...SAM_OF_ALL, ...SAM_TEMPLATE, lint: true },
  build: { ...SAM_OF_ALL, ...SAM_TEMPLATE, ...SAM_BUILD, "parameter-overrides": false },
  deploy: {
    ...SAM_OF_ALL,
    ...SAM_TEMPLATE,
    ...SAM_STACK,
    guided: true,
    g: true,
    "confirm-changeset": true,
    "no-confirm-changeset": true,
    "no-execute-changeset": true,
    "fail-on-empty-changeset": true,
    "no-fail-on-empty-changeset": true,
    "disable-rollback": true,
    "on-failure": false,
    "force-upload": true,
    "max-wait-duration": false,
  },
  sync: { ...SAM_OF_ALL, ...SAM_TEMPLATE, ...SAM_STACK, ...SAM_BUILD, code: true, watch: true, "resource-id": false, resource: false },
  delete: { ...SAM_OF_ALL, ...SAM_TEMPLATE, "stack-name": false, "s3-bucket": false, "s3-prefix": false, "no-prompts": true },
  logs: {
    ...SAM_OF_ALL,
    "stack-name": false,
    name: false,
    n: false,
    tail: true,
    t: true,
    filter: false,
    "start-time": false,
    "end-time": false,
  },
  package: { ...SAM_OF_ALL, ...SAM_TEMPLATE, ...SAM_STACK, "output-template-file": false },
  "local invoke": { ...SAM_OF_ALL, ...SAM_TEMPLATE, event: false, e: false, "env-vars": false, n: false, "docker-network": false },
  "local start-api": { ...SAM_OF_ALL, ...SAM_TEMPLATE, port: false, p: false, host: false, "env-vars": false, n: false },
  "local start-lambda": { ...SAM_OF_ALL, ...SAM_TEMPLATE, port: false, p: false, host: false, "env-vars": false, n: false },
  // Each event has options of its own, which `--help` lists.
  "local generate-event": { ...SAM_OF_ALL },
};
