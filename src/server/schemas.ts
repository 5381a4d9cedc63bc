/** What goes in and comes out, as JSON Schema: requests are checked by it, and the OpenAPI description is made of it. */
import { type TSchema, Type } from "typebox";
import { HELD_BACK_CHOICES } from "../dedup/options.js";

const Open = { additionalProperties: true };
const Text = Type.String({ minLength: 1 });

/** Answers are written as lines by the functions that the command line uses; their schemas only describe them. */
const described = (schema: TSchema) => Type.Unsafe<unknown>(schema);

export const ErrorBody = described(Type.Object({ error: Type.String() }, { title: "Error" }));

/** What another schema of the package describes. */
export const AnyBody = described(Type.Object({}, Open));

export const DocumentBody = Type.Object(
  {
    id: Type.Optional(Text),
    text: Type.String({ description: "also content, body or articleBody" }),
    title: Type.Optional(Type.String()),
    source: Type.Optional(Type.String({ description: "the outlet" })),
    published: Type.Optional(Type.String({ description: "ISO 8601 or as feeds write it" })),
    url: Type.Optional(Type.String()),
    byline: Type.Optional(Type.String()),
    lang: Type.Optional(Type.String()),
  },
  { ...Open, title: "Document" },
);

const Answer = Type.Object(
  {
    id: Type.String(),
    digest: Type.String({ description: "of the content: 32 hexadecimal digits" }),
    verdict: Type.String({ description: "what the item is to what is kept" }),
    of: Type.Union([Type.String(), Type.Null()], { description: "the kept document that decided" }),
    matches: Type.Array(Type.Object({}, Open)),
    changes: Type.Union([Type.Object({}, Open), Type.Null()], { description: "what an update brings" }),
  },
  { ...Open, title: "Answer" },
);

export const AnswerBody = described(Type.Union([Answer, Type.Array(Answer)]));

export const QuestionQuery = Type.Object(
  {
    within: Type.Optional(
      Type.String({ description: "compare only with items published (or arrived) that near, as in 7d" }),
    ),
    sameSource: Type.Optional(
      Type.Union([Type.Literal("skip"), Type.Literal("only")], {
        description: "compare with items of the same source never, or only with them",
      }),
    ),
    key: Type.Optional(
      Type.String({ description: "look up this field's exact value first, as in guid or url" }),
    ),
  },
  { additionalProperties: false },
);

export const TakeQuery = Type.Object(
  {
    ...QuestionQuery.properties,
    holdBack: Type.Optional(
      Type.String({ description: `answered, not kept; of ${HELD_BACK_CHOICES.join(",")}, by commas` }),
    ),
  },
  { additionalProperties: false },
);

/** A document, or the id of a kept one. */
const Given = Type.Union([DocumentBody, Type.Object({ id: Text }, { additionalProperties: false })]);

export const CompareBody = Type.Object({ a: Given, b: Given }, { additionalProperties: false });

export const TraceBody = Type.Object(
  { id: Type.Optional(Text), document: Type.Optional(DocumentBody) },
  { additionalProperties: false, description: "a document, or the id of a kept one" },
);

export const IdParams = Type.Object({ id: Text });
