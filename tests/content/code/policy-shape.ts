/** IAM's policy documents: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html (November 2026). */
import type { Fields, Shape } from "./template-shape.ts";

const ANY: Shape = { kind: "any" };

const optional = (...names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, { shape: ANY, isRequired: false }]));

const STATEMENT: Shape = {
  kind: "object",
  fields: () => ({
    ...optional("Sid", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"),
    Effect: { shape: { kind: "value", among: () => ["Allow", "Deny"] }, isRequired: true },
  }),
};

export const POLICY: Shape = {
  kind: "object",
  fields: () => ({
    ...optional("Version", "Id"),
    Statement: { shape: { kind: "either", of: [STATEMENT, { kind: "list", of: STATEMENT }] }, isRequired: true },
  }),
};

/** A queue's letters that failed: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html */
export const REDRIVE: Shape = {
  kind: "object",
  fields: () => ({
    deadLetterTargetArn: { shape: { kind: "text" }, isRequired: true },
    maxReceiveCount: { shape: { kind: "number" }, isRequired: true },
  }),
};
