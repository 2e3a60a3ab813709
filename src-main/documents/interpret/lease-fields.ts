/** The fields of a lessor's invoice: those said once, above the table or in columns, and those of a line. */
import type { FieldShape, FieldSpec } from "../interpretation.ts";
import type { LeaseField } from "./lease-field-names.ts";
import { LESSORS } from "./lease-lessors.ts";

/** A field with the titles that any lessor may use, then those of the lessors' own. */
function field(name: LeaseField, shape: FieldShape, ...titles: string[]): FieldSpec {
  const own = LESSORS.flatMap((lessor) => lessor.titles[name] ?? []);
  return { titles: [...titles, ...own], required: false, shape };
}

const required = (spec: FieldSpec): FieldSpec => ({ ...spec, required: true });

/** Said once, above the table or in columns. */
export const HEAD = {
  invoiceNumber: required(
    field("invoiceNumber", "text", "invoice number", "invoice no", "invoice #", "invoice", "invoice id"),
  ),
  issuedOn: required(field("issuedOn", "date", "invoice date", "date of invoice", "bill date", "billing date")),
  dueOn: field("dueOn", "date", "due date", "payment due", "payment due date"),
  provider: field("provider", "text", "provider", "lessor", "vendor", "company", "leasing company", "rental company"),
  documentType: field("documentType", "text", "invoice type", "document type", "transaction type"),
  periodStart: field("periodStart", "date", "billing period start", "period start", "billing from", "bill period from"),
  periodEnd: field("periodEnd", "date", "billing period end", "period end", "billing to", "bill period to"),
  period: field("period", "text", "billing period", "service period", "period", "billing month", "bill period"),
  currency: field("currency", "text", "currency", "currency code"),
  invoiceSubtotal: field("invoiceSubtotal", "money", "invoice subtotal", "subtotal", "sub total", "total before tax"),
  invoiceTax: field("invoiceTax", "money", "invoice tax", "total sales tax", "invoice tax total"),
  invoiceTotal: field(
    "invoiceTotal",
    "money",
    "invoice total",
    "total due",
    "invoice amount",
    "total invoice amount",
    "total amount due",
    "grand total",
    "invoice total amount",
    "total new charges",
  ),
};

const columnsOfHead = Object.fromEntries(
  Object.entries(HEAD).map(([name, spec]): [string, FieldSpec] => [name, { ...spec, required: false }]),
);

/** Columns of one charge each, where a row bills a van's whole month. */
export const CHARGES = {
  rental: field(
    "rental",
    "money",
    "monthly rental",
    "monthly rent",
    "rental amount",
    "rental",
    "rent",
    "base rent",
    "lease payment",
  ),
  managementFee: field("managementFee", "money", "management fee", "mgmt fee", "admin fee", "administration fee"),
  maintenanceFee: field(
    "maintenanceFee",
    "money",
    "maintenance",
    "maintenance fee",
    "maintenance charge",
    "full maintenance",
  ),
  insuranceFee: field("insuranceFee", "money", "insurance", "insurance fee", "damage waiver"),
  mileageFee: field(
    "mileageFee",
    "money",
    "mileage charge",
    "excess mileage",
    "excess mileage charge",
    "mileage overage",
    "overage charge",
  ),
  tolls: field("tolls", "money", "tolls", "toll charges"),
  fuel: field("fuel", "money", "fuel", "fuel charge", "fuel charges"),
  registration: field("registration", "money", "registration fee", "registration", "license fee"),
  lateFee: field("lateFee", "money", "late fee", "late charge"),
  damage: field("damage", "money", "damage", "damage charge", "damages"),
  otherCharges: field("otherCharges", "money", "other charges", "misc charges", "miscellaneous charges"),
  credit: field("credit", "money", "credit", "credits", "credit amount"),
};

/** Columns of a line. */
export const FIELDS: Readonly<Record<string, FieldSpec>> = {
  ...columnsOfHead,
  vin: field(
    "vin",
    "vin",
    "vin",
    "vin #",
    "vin number",
    "vehicle id",
    "serial",
    "serial number",
    "serial #",
    "serial no",
    "vehicle vin",
    "vin/serial",
    "vehicle id / serial / vin #",
  ),
  unit: field("unit", "text", "unit", "unit no", "unit #", "unit number", "fleet number", "vehicle unit"),
  plate: field("plate", "text", "plate", "license plate", "plate number", "plate no", "tag", "licence plate"),
  contract: field(
    "contract",
    "text",
    "contract",
    "contract number",
    "contract no",
    "contract #",
    "agreement",
    "agreement number",
    "lease number",
    "lease no",
  ),
  chargeCode: field("chargeCode", "text", "charge code", "charge type", "code", "category", "transaction code"),
  description: field(
    "description",
    "text",
    "description",
    "charge description",
    "charge",
    "details",
    "line description",
  ),
  serviceFrom: field(
    "serviceFrom",
    "date",
    "service from",
    "from",
    "service start",
    "start date",
    "from date",
    "service start date",
  ),
  serviceTo: field(
    "serviceTo",
    "date",
    "service to",
    "to",
    "service end",
    "end date",
    "to date",
    "thru",
    "through",
    "service end date",
  ),
  quantity: field("quantity", "number", "quantity", "qty"),
  rate: field("rate", "number", "rate", "unit price", "price"),
  amount: field("amount", "money", "amount", "charge amount", "net amount", "line amount"),
  ...CHARGES,
  tax: field("tax", "money", "tax", "sales tax", "tax amount", "total tax"),
  total: field("total", "money", "total", "total charge", "total charges", "total amount", "line total", "amount due"),
  odometer: field("odometer", "number", "odometer", "mileage"),
  referenceInvoice: field(
    "referenceInvoice",
    "text",
    "reference invoice",
    "original invoice",
    "original invoice number",
    "ref invoice",
    "ref invoice number",
    "credit for invoice",
  ),
};
