/**
 * The job that a pipeline gives to a function that is one of its actions: codepipeline userguide, "Invoke a Lambda function in a
 * pipeline". The function reports back by the job's id.
 */
import { uuid } from "../time/random.ts";
import { functionNameOf, textMatching } from "./field-values.ts";
import { base64Id, mixedCaseId, upperCaseId } from "./identifiers.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";

export interface CodePipelineEvent {
  readonly "CodePipeline.job": {
    readonly id: string;
    readonly accountId: string;
    readonly data: {
      readonly actionConfiguration: {
        readonly configuration: { readonly FunctionName: string; readonly UserParameters: string };
      };
      readonly inputArtifacts: readonly PipelineArtifact[];
      readonly outputArtifacts: readonly PipelineArtifact[];
      /** Of a session that may read and write the artifacts, and nothing else. */
      readonly artifactCredentials: {
        readonly secretAccessKey: string;
        readonly sessionToken: string;
        readonly accessKeyId: string;
      };
      /** What the function said when it asked to be called again. */
      readonly continuationToken?: string;
    };
  };
}

export interface PipelineArtifact {
  readonly location: {
    readonly s3Location: { readonly bucketName: string; readonly objectKey: string };
    readonly type: "S3";
  };
  readonly revision: string | null;
  readonly name: string;
}

const FIELDS: readonly Field[] = [
  { name: "functionName", label: "함수 이름", kind: "text", default: "check-site" },
  { name: "userParameters", label: "사용자 파라미터", kind: "text", default: "https://www.example.com" },
  { name: "pipeline", label: "파이프라인 이름", kind: "text", default: "orders" },
  { name: "input", label: "입력 아티팩트(비우면 없음)", kind: "text", default: "SourceArtifact" },
  { name: "output", label: "출력 아티팩트(비우면 없음)", kind: "text", default: "" },
  { name: "continuationToken", label: "이어 하기 토큰(비우면 처음)", kind: "text", default: "" },
];

/** codepipeline API: names of pipelines and artifacts. */
const NAME = /^[A-Za-z0-9.@_-]{1,100}$/;

export const codepipeline: EventSource<CodePipelineEvent> = {
  name: "codepipeline",
  label: "CodePipeline 작업",
  fields: FIELDS,
  build(values, context) {
    return { "CodePipeline.job": job(context, fieldReader(FIELDS, values)) };
  },
};

function job(context: EventContext, read: FieldReader): CodePipelineEvent["CodePipeline.job"] {
  const { random, accountId } = context;
  textMatching(read, "pipeline", NAME, "파이프라인 이름은 영문자, 숫자, . @ - _로 된 1~100자입니다.");
  const continuationToken = read.text("continuationToken");
  return {
    id: uuid(random),
    accountId,
    data: {
      actionConfiguration: { configuration: { FunctionName: functionNameOf(read), UserParameters: read.text("userParameters") } },
      inputArtifacts: artifacts(context, read, "input"),
      outputArtifacts: artifacts(context, read, "output"),
      artifactCredentials: {
        secretAccessKey: base64Id(random, 30),
        sessionToken: base64Id(random, 240),
        accessKeyId: `ASIA${upperCaseId(random, 16)}`,
      },
      ...(continuationToken !== "" && { continuationToken }),
    },
  };
}

/** CodePipeline keeps artifacts in its Region's bucket, under the pipeline's and the artifact's names, each cut short. */
function artifacts({ random, region }: EventContext, read: FieldReader, field: "input" | "output"): readonly PipelineArtifact[] {
  const name = read.text(field);
  if (name === "") return [];
  textMatching(read, field, NAME, "아티팩트 이름은 영문자, 숫자, . @ - _로 된 1~100자입니다.");
  const bucketName = `codepipeline-${region}-${random.fork("artifact store").next()}`;
  const objectKey = `${read.text("pipeline").slice(0, 20)}/${name.slice(0, 10)}/${mixedCaseId(random, 7)}`;
  return [{ location: { s3Location: { bucketName, objectKey }, type: "S3" }, revision: null, name }];
}
