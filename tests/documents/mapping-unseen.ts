/** Further headers of imaginary programs. None of them was looked at when the synonyms were written: how it goes with the next file. */
import { type Header, headerOf } from "./mapping-headers.ts";

/** Every one of them. */
export const UNSEEN: readonly Header[] = [
  headerOf(
    "timecard",
    "ADP Workforce Now",
    "Operator ID=employeeId; Operator Last=lastName; Operator First=firstName; Dt=date; Actual In=in; Actual Out=out; Hrs Total=hours; Rounding=-",
  ),
  headerOf(
    "timecard",
    "ADP Workforce Now",
    "TM#=employeeId; Last_Nm=lastName; First_Nm=firstName; Work_Dt=date; Punch1=in; Punch2=out; Tot_Hrs=hours; Earn_Cd=payCode",
  ),
  headerOf(
    "timecard",
    "ADP Workforce Now",
    "Employee Ref=employeeId; Legal Last Name=lastName; Legal First Name=firstName; Date of Shift=date; Start Clock=in; Stop Clock=out; Hours Credited=hours; Labor Group=(department)",
  ),
  headerOf(
    "timecard",
    "Homebase",
    "Employee=name; In Date=date; In Time=in; Out Date=outDate; Out Time=out; Unpaid Break=(breakLength); Store=(location)",
  ),
  headerOf(
    "payroll register",
    "Payroll register",
    "Employee File Number=employeeId; Employee=name; Period Start Dt=periodStart; Period End Dt=periodEnd; Regular=regularHours; Overtime=overtimeHours; Doubletime=doubleHours; Gross=gross; Employer Tax=-",
  ),
  headerOf(
    "payroll register",
    "Payroll register",
    "Personnel ID=employeeId; Name (L, F)=name; Paid From=periodStart; Paid Through=periodEnd; Hours@1.0=regularHours; Hours@1.5=overtimeHours; Current Gross=gross; YTD Gross=-",
  ),
  headerOf(
    "payroll register",
    "Payroll register",
    "Clock #=employeeId; Employee Nm=name; Per. Begin=periodStart; Per. End=periodEnd; Reg. Hours=regularHours; O.T. Hours=overtimeHours; Reg. Pay=regularPay; O.T. Pay=overtimePay; Gross Pay=gross",
  ),
  headerOf(
    "lease invoice",
    "",
    "Invoice Num=invoiceNumber; Invoice Dt=issuedOn; Lessor=provider; VIN/Chassis=vin; Our Unit=unit; Your Unit=-; Billing Start=serviceFrom|periodStart; Billing End=serviceTo|periodEnd; Base Charge=amount|rental; Tax Total=tax; Charge Total=total",
  ),
  headerOf(
    "lease invoice",
    "",
    "Ticket No=invoiceNumber; Ticket Date=issuedOn; Rental Firm=provider; Vehicle ID No=vin; Licence No=plate; Check-Out Date=serviceFrom; Check-In Date=serviceTo; Explanation=description; Pre-Tax Amount=amount; Tax=tax; Grand Total=total",
  ),
  headerOf(
    "payments",
    "",
    "Paid Date=paidOn; ACH Reference=paymentNumber; Invoice Num=invoiceNumber; Payment Amt=amount",
  ),
  headerOf(
    "payments",
    "",
    "Remit Date=paidOn; Remit No=paymentNumber; Inv Nbr=invoiceNumber; Gross Amt=-; Net Amt Paid=amount",
  ),
  headerOf(
    "bank statement",
    "",
    "Processed Date=date; Description 1=description; Money Out (USD)=debit; Money In (USD)=credit; Balance (USD)=balance",
  ),
  headerOf(
    "staff roster",
    "",
    "Employee File #=employeeId; Preferred Name=name; Resident State=state; Primary Station=station; Current Rate=payRate; Start Date=hireDate; End Date=terminationDate",
  ),
  headerOf(
    "lease schedule",
    "",
    "VIN (17)=vin; Van #=unit; Leased From=provider; Master Lease No=contract; Rent Monthly=monthlyRent; In Service=onLease; Out of Service=offLease; Prorate By=proration; Mile Cap=mileageAllowance; Cents Over Cap=overageRate",
  ),
];
