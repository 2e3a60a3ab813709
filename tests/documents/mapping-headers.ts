/**
 * Headers of imaginary programs: what offices, clocks, payrolls, lessors and banks call their columns. `Title=field` is right, `Title=-` is
 * a column that means nothing to us. A field in parentheses (`Net=(total)`) may be found or left to the person; `a|b` is either.
 */
import type { DocumentKind } from "#shared/catalogue.ts";

/** One imaginary program's table. */
export interface Header {
  readonly kind: DocumentKind;
  readonly layout: string;
  readonly columns: readonly {
    readonly title: string;
    /** What it is; of several that come to the same the first is the usual one. Empty for a column that means nothing to us. */
    readonly fields: readonly string[];
    /** It may be left to the person. */
    readonly optional: boolean;
  }[];
}

const ADP = "ADP Workforce Now";

const TABLES: readonly (readonly [kind: DocumentKind, layout: string, columns: string])[] = [
  // Clocks: a row for each pair of punches.
  [
    "timecard",
    ADP,
    "Worker No=employeeId; Surname=lastName; Given Name=firstName; Day=date; Punched In=in; Punched Out=out; Worked Hours=hours",
  ],
  [
    "timecard",
    ADP,
    "Badge=employeeId; Last=lastName; First=firstName; Shift Date=date; Start=in; Finish=out; Hrs=hours; Dept=department",
  ],
  [
    "timecard",
    ADP,
    "EmpNo=employeeId; LName=lastName; FName=firstName; WorkDate=date; ClockIn=in; ClockOut=out; TotalHrs=hours; Approved=-",
  ],
  [
    "timecard",
    ADP,
    "Staff ID=employeeId; Family Name=lastName; Forename=firstName; Date Worked=date; Time On=in; Time Off Duty=out; Net Hours=hours; Supervisor=-",
  ],
  [
    "timecard",
    ADP,
    "employee_number=employeeId; last_name=lastName; first_name=firstName; punch_in=in; punch_out=out; hours_worked=hours; cost_center=department",
  ],
  [
    "timecard",
    ADP,
    "Crew ID=employeeId; Surname=lastName; First=firstName; Business Date=date; Checked In=in; Checked Out=out; Paid Hours=hours; Earning Type=payCode",
  ],
  [
    "timecard",
    ADP,
    "Personnel Number=employeeId; Last Name=lastName; Given=firstName; In=in; Out=out; Hours Total=hours; Work State=state; Team=department",
  ],
  [
    "timecard",
    ADP,
    "Associate ID=employeeId; Employee Last Name=lastName; Employee First Name=firstName; Day Worked=date; Shift Start=in; Shift End=out; Total Hours=hours; Pay Type=payCode",
  ],
  [
    "timecard",
    ADP,
    "Payroll ID=employeeId; Last name=lastName; First name=firstName; Date=date; Begin Time=in; Finish Time=out; Worked=(hours); Notes=-",
  ],
  [
    "timecard",
    ADP,
    "Person No.=employeeId; SURNAME=lastName; FORENAME=firstName; Log Date=date; Clock On=in; Clock Off=out; Elapsed Hours=hours; Terminal ID=-",
  ],
  [
    "timecard",
    ADP,
    "Company=(companyCode); Driver ID=employeeId; Last=lastName; First=firstName; Work Day=date; Sign In=in; Sign Out=out; Hours=hours; Hours Type=payCode",
  ],
  [
    "timecard",
    ADP,
    "EE Number=employeeId; EE Last Name=lastName; EE First Name=firstName; Punch Date=date; In Punch=in; Out Punch=out; Total Time=hours; Home Department=department",
  ],
  [
    "timecard",
    ADP,
    "File #=employeeId; Last Name=lastName; First Name=firstName; Calendar Date=date; Time Started=in; Time Ended=out; Hours Paid=hours; St=(state)",
  ],
  // Clocks that name the person in one column.
  [
    "timecard",
    "Homebase",
    "Team Member=name; Start Date=(date); Start Time=in; End Date=(outDate); End Time=out; Hourly Wage=wage; Job Title=(role); Site=location",
  ],
  [
    "timecard",
    "Homebase",
    "Worker=name; Punch In Date=date; Punch In Time=in; Punch Out Date=outDate; Punch Out Time=out; Break Length=breakLength; Base Rate=wage",
  ],
  [
    "timecard",
    "Homebase",
    "Full Name=name; Date In=(date); Time In=in; Date Out=(outDate); Time Out=out; Role=role; Depot=location",
  ],
  // Registers.
  [
    "payroll register",
    "Payroll register",
    "Worker ID=employeeId; Worker Name=name; Pay Period Begin=periodStart; Pay Period Ending=periodEnd; Reg Hrs=regularHours; O/T Hrs=overtimeHours; Base Rate=rate; Gross Wages=gross",
  ],
  [
    "payroll register",
    "Payroll register",
    "Emp #=employeeId; Employee=name; Period From=periodStart; Period To=periodEnd; Straight Time Hours=regularHours; Overtime Hrs=overtimeHours; Double Time=doubleHours; Hourly Wage=rate; Bonuses=bonus; Total Earnings=gross",
  ],
  [
    "payroll register",
    "Payroll register",
    "Staff No=employeeId; Surname=lastName; Given Name=firstName; Start of Period=periodStart; End of Period=periodEnd; Normal Hours=regularHours; OT Hours=overtimeHours; Gross Pay=gross; Net Pay=-",
  ],
  [
    "payroll register",
    "Payroll register",
    "Payroll Number=employeeId; Person=name; Pay From=periodStart; Pay To=periodEnd; Regular Hours=regularHours; Regular Earnings=regularPay; Overtime Hours=overtimeHours; Overtime Earnings=overtimePay; Total Gross=gross",
  ],
  [
    "payroll register",
    "Payroll register",
    "ee_id=employeeId; ee_name=name; period_begin=periodStart; period_end=periodEnd; reg_hours=regularHours; ot_hours=overtimeHours; dt_hours=doubleHours; pay_rate=rate; bonus=bonus; gross_pay=gross; fed_tax=-",
  ],
  [
    "payroll register",
    "Payroll register",
    "Associate Number=employeeId; Associate Name=name; Week Beginning=periodStart; Week Ending=periodEnd; Standard Hours=regularHours; Premium Hours=(overtimeHours); Rate of Pay=rate; Incentive Pay=bonus; Gross Amount=gross",
  ],
  [
    "payroll register",
    "Payroll register",
    "Badge No=employeeId; Name=name; Division=department; Cycle Start=periodStart; Cycle End=periodEnd; Hours Regular=regularHours; Hours Overtime=overtimeHours; Total Wages=gross",
  ],
  [
    "payroll register",
    "Payroll register",
    "Person ID=employeeId; Full Name=name; Cost Center=department; Period Beginning=periodStart; Period Ending=periodEnd; Basic Hours=regularHours; Basic Pay=regularPay; OT Hrs=overtimeHours; OT Wages=overtimePay; Gross=gross",
  ],
  [
    "payroll register",
    "Payroll register",
    "Employee Code=employeeId; Last=lastName; First=firstName; Pay Period Start=periodStart; Pay Period End=periodEnd; Straight Hours=regularHours; Time and a Half=overtimeHours; Gross Earnings=gross; Check No=-",
  ],
  [
    "payroll register",
    "Payroll register",
    "Crew Number=employeeId; Crew Member=name; From=periodStart; Through=periodEnd; Base Hours=regularHours; Overtime=overtimeHours; Hourly Pay=rate; Total Pay=gross; Deductions=-",
  ],
  [
    "payroll register",
    "Payroll register",
    "Team Member ID=employeeId; Display Name=name; Pay Start=periodStart; Pay End=periodEnd; Straight Time=regularHours; Hours Overtime=overtimeHours; Extra Pay=bonus; Total Gross Pay=gross",
  ],
  // Lessors.
  [
    "lease invoice",
    "",
    "Bill No=invoiceNumber; Bill Date=issuedOn; Supplier=provider; Chassis=vin; Fleet No=unit; Particulars=description; From=serviceFrom; Thru=serviceTo; Net Charge=amount; Sales Tax=tax; Line Total=total",
  ],
  [
    "lease invoice",
    "",
    "Inv No=invoiceNumber; Inv Date=issuedOn; Pay By=dueOn; Leasing Company=provider; VIN No=vin; Asset=unit; Reg No=plate; Item Description=description; Date From=serviceFrom; Date To=serviceTo; Net=amount; VAT=tax; Line Gross=total",
  ],
  [
    "lease invoice",
    "",
    "Statement Number=invoiceNumber; Statement Date=issuedOn; Vendor Name=provider; Serial Number=vin; Equipment Number=unit; Line Type=chargeCode; Line Text=description; First Day=serviceFrom; Last Day=serviceTo; Units=quantity; Unit Price=rate; Extended Amount=amount; Tax Amount=tax; Total with Tax=total",
  ],
  [
    "lease invoice",
    "",
    "Document No=invoiceNumber; Document Date=issuedOn; Due By=dueOn; Lessor=provider; Vehicle Identification Number=vin; Van No=unit; License Tag=plate; Agreement No=contract; Fee Code=chargeCode; Billed From=serviceFrom; Billed To=serviceTo; Line Amount=amount; Tax Charged=tax",
  ],
  [
    "lease invoice",
    "",
    "invoice_no=invoiceNumber; issued_on=issuedOn; vendor=provider; vin=vin; vehicle_no=unit; lease_no=contract; charge_type=chargeCode; start_date=serviceFrom; end_date=serviceTo; amt=amount; tax=tax; total=total; odometer=odometer",
  ],
  [
    "lease invoice",
    "",
    "Invoice Ref=invoiceNumber; Issue Date=issuedOn; Rental Company=provider; VIN=vin; Car Number=unit; RA Number=contract; Charge Description=description; Rental Start=serviceFrom; Rental End=serviceTo; Amount Billed=amount; Taxes=tax; Total Due=total; Miles In=odometer",
  ],
  [
    "lease invoice",
    "",
    "Invoice=invoiceNumber; Billing Date=issuedOn; Company=provider; Frame Number=vin; Truck=unit; Plate No=plate; Item=description; Valid From=serviceFrom; Valid To=serviceTo; Qty=quantity; Each=rate; Extension=amount; Sales Tax=tax",
  ],
  [
    "lease invoice",
    "",
    "Bill #=invoiceNumber; Invoiced On=issuedOn; Payable By=dueOn; Billed By=provider; VIN #=vin; Unit ID=(unit); Lease ID=contract; Charge Category=chargeCode; Details=description; Charge From=serviceFrom; Charge To=serviceTo; Charge Amount=amount; Related Invoice=referenceInvoice",
  ],
  [
    "lease invoice",
    "",
    "Doc No=invoiceNumber; Doc Date=issuedOn; Creditor=provider; Chassis No=vin; Stock Number=unit; Contract Ref=contract; Text=description; Period From=serviceFrom|periodStart; Period To=serviceTo|periodEnd; Net Price=amount; GST=tax; Total Incl Tax=total; Meter Reading=odometer",
  ],
  [
    "lease invoice",
    "",
    "Inv #=invoiceNumber; Date Issued=issuedOn; Fleet Company=provider; Vehicle VIN=vin; Vehicle No=unit; Registration Mark=plate; Schedule Number=contract; Expense Type=chargeCode; Bill From=serviceFrom; Bill Thru=(serviceTo); Amount Excl Tax=amount; Total Tax=tax; Amount Incl Tax=total",
  ],
  // Remittances.
  ["payments", "", "Remittance Date=paidOn; Remittance ID=paymentNumber; Inv No=invoiceNumber; Amount Remitted=amount"],
  ["payments", "", "Date Paid=paidOn; Check No=paymentNumber; Bill Number=invoiceNumber; Net Paid=amount; Memo=-"],
  [
    "payments",
    "",
    "Settlement Date=paidOn; Settlement Number=paymentNumber; Paid Invoice=invoiceNumber; Settled Amount=amount; Currency=-",
  ],
  ["payments", "", "EFT Date=paidOn; EFT Number=paymentNumber; Invoice Ref=invoiceNumber; Remittance Amount=amount"],
  [
    "payments",
    "",
    "payment_date=paidOn; payment_ref=paymentNumber; invoice_no=invoiceNumber; paid_amount=amount; status=-",
  ],
  ["payments", "", "Transfer Date=paidOn; Transfer ID=paymentNumber; Document No=invoiceNumber; Transferred=amount"],
  [
    "payments",
    "",
    "Disbursed On=paidOn; Disbursement Number=paymentNumber; Invoice ID=invoiceNumber; Disbursed=amount; Payee=-",
  ],
  ["payments", "", "Deposit Date=paidOn; Trace Number=paymentNumber; Invoice Reference=invoiceNumber; Paid=amount"],
  // Banks.
  ["bank statement", "", "Posted On=date; Narrative=description; Value=amount; Running Balance=balance"],
  ["bank statement", "", "Booked=date; Particulars=description; Money Out=debit; Money In=credit; Balance=balance"],
  [
    "bank statement",
    "",
    "Transaction Date=date; Transaction Details=description; Withdrawal=debit; Deposit=credit; Ledger Balance=balance",
  ],
  ["bank statement", "", "Value Date=date; Payee=description; Sum=amount; Check Number=-"],
  ["bank statement", "", "book_date=date; memo=description; transaction_amount=amount; available_balance=balance"],
  [
    "bank statement",
    "",
    "Entry Date=date; Remarks=description; Paid Out=debit; Paid In=credit; Closing Balance=balance; Branch=-",
  ],
  ["bank statement", "", "Posted=date; Text=description; Amt=amount; Type=-"],
  ["bank statement", "", "Trade Date=date; Details=description; Debits=debit; Credits=credit"],
  // Employee lists.
  [
    "staff roster",
    "",
    "Worker ID=employeeId; Worker Name=name; Work State=state; Home Station=station; Team=department; Hourly Wage=payRate; Date Hired=hireDate; Separation Date=terminationDate",
  ],
  [
    "staff roster",
    "",
    "Badge Number=employeeId; DA ID=transporterId; Full Name=name; St=state; Site=station; Hire Date=hireDate; Last Day=terminationDate",
  ],
  [
    "staff roster",
    "",
    "Emp No=employeeId; Staff Name=name; State Code=state; Depot=station; Job Title=department; Base Rate=payRate; Start of Employment=hireDate",
  ],
  [
    "staff roster",
    "",
    "Personnel No=employeeId; Team Member=name; Work State=state; Location=station; Dept=department; Rate of Pay=payRate; Joined=hireDate; Left=terminationDate; Phone=-",
  ],
  [
    "staff roster",
    "",
    "employee_no=employeeId; display_name=name; state=state; delivery_station=station; cost_center=department; wage=payRate; hired_on=hireDate; term_date=terminationDate",
  ],
  [
    "staff roster",
    "",
    "Payroll ID=employeeId; Amazon ID=transporterId; Driver Name=name; State=state; Hub=station; Pay Per Hour=payRate; Hired=hireDate",
  ],
  [
    "staff roster",
    "",
    "HR ID=employeeId; Associate Name=name; State=state; Work Site=station; Division=department; Hourly Pay=payRate; Employment Start=hireDate; Employment End=terminationDate",
  ],
  // Lease contracts.
  [
    "lease schedule",
    "",
    "Chassis No=vin; Fleet Number=unit; Leasing Company=provider; Agreement No=contract; Monthly Lease Payment=monthlyRent; Start of Lease=onLease; End of Lease=offLease; Pro Rata=proration; Free Miles=mileageAllowance; Excess Rate=overageRate; Tax Percent=taxRate",
  ],
  [
    "lease schedule",
    "",
    "VIN No=vin; Asset Number=unit; Lessor=provider; Lease ID=contract; Base Rent=monthlyRent; Commencement Date=onLease; Maturity=offLease; Proration Rule=proration; Included Miles=mileageAllowance; Warranty Expires=warrantyEnd",
  ],
  [
    "lease schedule",
    "",
    "Serial No=vin; Van Number=unit; Vendor=provider; Schedule Number=contract; Monthly Cost=monthlyRent; On Hire=onLease; Off Hire=offLease; Day Count=proration; Tax Pct=taxRate",
  ],
  // With the abbreviations that exports are full of.
  [
    "timecard",
    "ADP Workforce Now",
    "Emp ID=employeeId; Emp Last=lastName; Emp First=firstName; Timecard Date=date; Punch-In=in; Punch-Out=out; Hours (dec)=hours; Job Code=-",
  ],
  [
    "timecard",
    "ADP Workforce Now",
    "ID Number=employeeId; Last Nm=lastName; First Nm=firstName; Shift Day=date; Start Punch=in; End Punch=out; Hrs Worked=hours",
  ],
  [
    "timecard",
    "ADP Workforce Now",
    "Employee Badge=employeeId; Surname=lastName; Firstname=firstName; Worked On=date; Actual Start=in; Actual End=out; Duration (h)=hours; Lunch=-",
  ],
  [
    "timecard",
    "Homebase",
    "Employee Name=name; Clock-in Date=date; Clock-in=in; Clock-out Date=outDate; Clock-out=out; Pay Rate=wage; Position=(role)",
  ],
  [
    "payroll register",
    "Payroll register",
    "Employee Id No=employeeId; Employee Full Name=name; PP Start=periodStart; PP End=periodEnd; Reg Hours Worked=regularHours; OT Hours Worked=overtimeHours; Gross Pay Amount=gross",
  ],
  [
    "payroll register",
    "Payroll register",
    "Worker=name; Worker No=employeeId; Begin Date=periodStart; End Date=periodEnd; Hours - Regular=regularHours; Hours - Overtime=overtimeHours; Hours - Double=(doubleHours); Gross Wage=gross; Net Wage=-",
  ],
  [
    "payroll register",
    "Payroll register",
    "Emp Number=employeeId; Emp Name=name; Pay Period From=periodStart; Pay Period Thru=periodEnd; Reg Hr=regularHours; OT Hr=overtimeHours; Hourly=rate; Gross Income=gross",
  ],
  [
    "lease invoice",
    "",
    "Invoice Nr=invoiceNumber; Inv. Date=issuedOn; Due=dueOn; Lessor Name=provider; VIN Number=vin; Unit Nbr=unit; Charge Desc.=description; Svc From=serviceFrom; Svc To=serviceTo; Net Amt=amount; Tax Amt=tax; Tot Amt=total",
  ],
  [
    "lease invoice",
    "",
    "Bill Number=invoiceNumber; Bill Dt=issuedOn; Vendor=provider; Vehicle Serial=vin; Fleet Unit=unit; Tag #=plate; Service Start Dt=serviceFrom; Service End Dt=serviceTo; Charge=description; Charge Amt=amount; Odometer Out=-",
  ],
  [
    "lease invoice",
    "",
    "Our Invoice=invoiceNumber; Dated=issuedOn; Lessor=provider; VIN Code=vin; License Plate No=plate; Lease Contract=contract; Line Description=description; Period Begins=serviceFrom|periodStart; Period Ends=serviceTo|periodEnd; Subtotal=amount; Tax=tax; Total=total",
  ],
  ["payments", "", "Pay Date=paidOn; Payment No=paymentNumber; Invoice Nbr=invoiceNumber; Paid Amt=amount"],
  [
    "payments",
    "",
    "Date of Payment=paidOn; Payment Ref No=paymentNumber; Your Invoice=invoiceNumber; Payment Total=amount",
  ],
  ["bank statement", "", "Post Dt=date; Trans Desc=description; Debit Amt=debit; Credit Amt=credit; Bal=balance"],
  ["bank statement", "", "Date Posted=date; Merchant=description; Amount USD=amount; Category=-"],
  [
    "staff roster",
    "",
    "EE Number=employeeId; EE Name=name; State=state; Assigned Station=station; Dept Name=department; Hourly Pay Rate=payRate; Orig Hire Date=hireDate; Term Date=terminationDate",
  ],
  [
    "staff roster",
    "",
    "ID=employeeId; Person Name=name; Home State=state; Station Assigned=station; Base Pay=payRate; Hire Dt=hireDate",
  ],
  [
    "lease schedule",
    "",
    "Vehicle VIN=vin; Unit Number=unit; Lessor Name=provider; Contract Nbr=contract; Rent/Month=monthlyRent; Lease Start Dt=onLease; Lease End Dt=offLease; Proration Type=proration; Miles Allowance=mileageAllowance; Excess Mile Rate=overageRate",
  ],
];

/** A header from its columns as they are written above. */
export function headerOf(kind: DocumentKind, layout: string, columns: string): Header {
  return {
    kind,
    layout,
    columns: columns.split("; ").map((column) => {
      const [title = "", named = ""] = column.split(/=(?=[^=]*$)/);
      const fields = named.replace(/[()-]/g, "").split("|").filter(Boolean);
      return { title, fields, optional: named.startsWith("(") };
    }),
  };
}

/** Every header. */
export const HEADERS: readonly Header[] = TABLES.map(([kind, layout, columns]) => headerOf(kind, layout, columns));
