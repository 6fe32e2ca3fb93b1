/** EventBridge's envelope as zod knows it, around a detail. For the build and Node only: zod stays out of pages. */
import { z } from "zod";

export const envelope = <DetailType extends z.ZodType<string>, Detail extends z.ZodType>(detailType: DetailType, detail: Detail) =>
  z.object({
    version: z.literal("0"),
    id: z.uuid(),
    "detail-type": detailType,
    source: z.string(),
    account: z.string().regex(/^\d{12}$/),
    time: z.iso.datetime({ precision: 0 }),
    region: z.string(),
    resources: z.array(z.string().startsWith("arn:")),
    detail,
  });
