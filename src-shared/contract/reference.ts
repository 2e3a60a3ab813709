/** The shapes of Setup: checks and their parameters, the company's own lists, wage rules. Strict in both directions. */
import { z } from "zod";
import { CHARGE_CODES } from "../charges.ts";
import { PARAMETER_UNITS } from "../parameters.ts";
import { checkCode, documentKind, fileToken, isoDate, personLinkInput } from "./schemas.ts";

const count = z.int().nonnegative();

/** A number the owner can change, in whole units: cents, minutes, hundredths of an hour, or a count. */
const checkParameter = z.strictObject({
  name: z.string(),
  title: z.string(),
  unit: z.enum(PARAMETER_UNITS),
  /** What holds where the owner said nothing. */
  usual: z.int(),
  /** What holds for a period that begins today. */
  inForce: z.int(),
  /** The owner's own values, the newest first. Each holds for the weeks and months that begin on its day or later. */
  values: z.array(z.strictObject({ effectiveFrom: isoDate, value: z.int() })),
});
export type CheckParameter = z.infer<typeof checkParameter>;

/** A check this version runs. */
export const checkSetup = z.strictObject({
  code: checkCode,
  title: z.string(),
  family: z.string(),
  familyTitle: z.string(),
  cadence: z.enum(["week", "month"]),
  /** Documents without which it cannot verify anything. */
  needs: z.array(documentKind),
  parameters: z.array(checkParameter),
});
export type CheckSetup = z.infer<typeof checkSetup>;

/** A parameter of a check, and the day from which a value of it holds. */
export const parameterDay = z.strictObject({ code: checkCode, name: z.string().max(60), effectiveFrom: isoDate });
export const parameterValue = parameterDay.extend({ value: z.int() });

/** The lists the office keeps itself. */
export const LIST_KINDS = [
  "stations",
  "rate card",
  "lease schedule",
  "rental rates",
  "charge words",
  "staff roster",
  "service aliases",
] as const;
export const listKind = z.enum(LIST_KINDS);
export type ListKind = z.infer<typeof listKind>;

/** How much of a list there is. */
export const ownList = z.strictObject({
  kind: listKind,
  rows: count,
  /** Files and typed entries that some row of it stands in. */
  documents: count,
  /** The newest of them: its name and its own time, ISO with Z. */
  newest: z.nullable(z.strictObject({ name: z.string(), asOf: z.string() })),
  /** First and last day from which an entry holds; null for a list without such days. */
  from: isoDate.nullable(),
  to: isoDate.nullable(),
});
export type OwnList = z.infer<typeof ownList>;

export const listQuery = z.strictObject({
  kind: listKind,
  search: z.string().max(200),
  offset: count,
  limit: z.int().min(1).max(1000),
});

/** A stretch of a list, its cells written as in the file it is exported to. */
export const listPage = z.strictObject({
  columns: z.array(z.string()),
  total: count,
  rows: z.array(
    z.strictObject({
      cells: z.array(z.string()),
      source: z.strictObject({
        documentId: z.int(),
        document: z.string(),
        sheet: z.string().nullable(),
        row: z.int().positive(),
      }),
    }),
  ),
});
export type ListPage = z.infer<typeof listPage>;

/** An entry as it is typed: a text for each column of the list; what is left out is blank. */
export const listEntry = z.strictObject({ kind: listKind, cells: z.record(z.string(), z.string().max(500)) });

export const listExport = z.strictObject({ kind: listKind, to: fileToken.optional() });

export const alias = z.strictObject({
  description: z.string().trim().min(1).max(300),
  serviceType: z.string().trim().min(1).max(300),
});

/** The aliases that hold, and what the invoices pay that nobody has named yet. */
export const aliases = z.strictObject({
  known: z.array(alias),
  asked: z.array(
    z.strictObject({
      description: z.string(),
      /** As the newest finding about it says. */
      sentence: z.string(),
      findings: z.array(z.string()).min(1),
      /** Service types that the work summary of those weeks names. */
      named: z.array(z.string()),
    }),
  ),
  /** Every service type of work summaries and rate cards. */
  serviceTypes: z.array(z.string()),
});
export type Aliases = z.infer<typeof aliases>;

/** A name in some documents that the roster does not settle, with whom it may mean, the likeliest first. */
export const nameMatch = z.strictObject({
  /** What saying who it is links. */
  link: personLinkInput.pick({ kind: true, text: true }),
  name: z.string(),
  payrollId: z.string(),
  sentence: z.string(),
  findings: z.array(z.string()).min(1),
  candidates: z.array(
    z.strictObject({ name: z.string(), employeeId: z.string(), station: z.string(), why: z.string() }),
  ),
});
export type NameMatch = z.infer<typeof nameMatch>;

/** How a lessor names a van without its VIN. */
export const vanName = z.strictObject({
  provider: z.string().max(300),
  unit: z.string().max(300),
  plate: z.string().max(300),
});
export const vanLink = vanName.extend({ vin: z.string().trim().min(1).max(60) });

/** Lines that have a name in common. */
const namedLines = {
  provider: z.string(),
  lines: z.int().positive(),
  /** With their tax. */
  cents: z.int(),
  from: isoDate,
  to: isoDate,
};

export const chargeWord = z.strictObject({
  words: z.string().trim().min(1).max(300),
  chargeCode: z.enum(CHARGE_CODES),
  /** The lessor whose words they are; "" for every lessor's. */
  provider: z.string().max(300),
});

/** What the papers about leased and rented vans leave open. */
export const leaseQuestions = z.strictObject({
  /** Units and plates that could be several vans, or none that is known. */
  vans: z.array(
    z.strictObject({
      ...namedLines,
      unit: z.string(),
      plate: z.string(),
      /** Vans it could be; none where no list has the unit or the plate. */
      candidates: z.array(z.strictObject({ vin: z.string(), unit: z.string(), plate: z.string() })),
    }),
  ),
  /** What was said of such names. `unit` and `plate` are as the lessor writes them. */
  links: z.array(vanLink),
  /** Words of lessors whose charge is not known. */
  charges: z.array(z.strictObject({ ...namedLines, words: z.string() })),
  /** Where the lease schedule and Amazon's vehicle list say different things. */
  conflicts: z.array(
    z.strictObject({
      vin: z.string(),
      unit: z.string(),
      of: z.enum(["lessor", "on-lease day", "off-lease day", "plate", "state", "VIN"]),
      schedule: z.string(),
      list: z.string(),
      /** What the checks go by until it is settled, as a sentence. */
      used: z.string(),
    }),
  ),
  /** VINs of every van that some list has, with its unit or name. */
  fleet: z.array(z.strictObject({ vin: z.string(), unit: z.string() })),
});
export type LeaseQuestions = z.infer<typeof leaseQuestions>;

/** The rules of law that hours and pay are compared with. */
export const wageRules = z.strictObject({
  notice: z.string(),
  programme: z.array(z.string()),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      /** Two letters; `US` holds wherever a state has no rule of its own. */
      state: z.string(),
      title: z.string(),
      says: z.string(),
      from: isoDate.nullable(),
      to: isoDate.nullable(),
      citation: z.string(),
      /** False until somebody has checked it against its source. */
      confirmed: z.boolean(),
    }),
  ),
});
export type SpokenWageRules = z.infer<typeof wageRules>;
