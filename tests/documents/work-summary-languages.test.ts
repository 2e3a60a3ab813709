import { describe, expect, it } from "vitest";
import { csv, facts, interpret, problems, xlsx } from "./support.ts";

const BERLIN = "Hamburg (DHH1) - Amazon Deutschland";
const PORTSMOUTH = "Portsmouth (DPO1) - Amazon Logistics (PO9 2NG)";

describe("a German work summary", () => {
  it("tallies routes by day, with thousands behind a point", () => {
    const content = csv(
      "Datum;Station;DSP-Kurzcode;Servicetyp;Geplante Dauer;Geplante Gesamtstrecke;Zulässige Gesamtstrecke;Einheit der geplanten Strecke;AMZL späte Stornierung;DSP späte Stornierung;Kurzfristige Abdeckung;Angenommen;Abgeschlossene Routen",
      `06.09.2026;${BERLIN};HLIN;Standard Parcel;9 Std. 15 Min.;1.204,5;1.300,0;km;1;0;2;7;10.000`,
      "Summe;;;;;;;;1;0;2;7;10.000",
    );
    expect(facts("dayTally", content)).toEqual([
      {
        station: "DHH1",
        date: "2026-09-06",
        serviceType: "Standard Parcel",
        blockMinutes: 555,
        isRoute: true,
        completed: 10_000,
        amazonLateCancel: 1,
        dspLateCancel: 0,
        quickCoverage: 2,
      },
    ]);
    expect(problems(content)).toEqual([]);
  });

  const details =
    "Datum;Station;DSP-Kurzcode;Zusteller (Delivery Associate);Route;Serviceart;Geplante Dauer;Anmeldung;Abmeldung;Geplante Gesamtstrecke;Zulässige Gesamtstrecke;Streckeneinheit;Zugestellte Sendungen;Zurückgegebene Sendungen;Abholpakete;Ausgeschlossen?";

  it("has one associate on one route", () => {
    const content = csv(
      details,
      `08.09.2026;${BERLIN};HLIN;Jörg Öztürk;CX101;Standard Parcel;10 Std;09:38 Uhr;20:01 Uhr;66,5;70,0;km;157;2;1;Nein`,
      `08.09.2026;${BERLIN};HLIN;Ute Maß;CX101;Standard Parcel;10 Std;08.09.2026 21:38:07;09.09.2026 05:01:55;;;;10.436;0;0;JA`,
    );
    expect(facts("route", content)).toEqual([
      {
        station: "DHH1",
        date: "2026-09-08",
        associate: "Jörg Öztürk",
        routeCode: "CX101",
        serviceType: "Standard Parcel",
        blockMinutes: 600,
        logIn: "2026-09-08T09:38",
        logOut: "2026-09-08T20:01",
        distance: 6650,
        distanceUnit: "km",
        delivered: 157,
        returned: 2,
        pickups: 1,
        excluded: false,
      },
      expect.objectContaining({
        logIn: "2026-09-08T21:38",
        logOut: "2026-09-09T05:01",
        distance: null,
        delivered: 10_436,
        excluded: true,
      }),
    ]);
  });

  it("counts packages, and pickups by their German type", () => {
    const content = csv(
      "Datum;Station;DSP-Kurzcode;Paketanzahl;Paketdetails;Pakettyp",
      `08.09.2026;${BERLIN};HLIN;2.641;Zugestellt;Zustellung`,
      `08.09.2026;${BERLIN};HLIN;31;Retouren;Abholung beim Kunden`,
    );
    expect(facts("packageCount", content)).toMatchObject([
      { date: "2026-09-08", kind: "delivered", count: 2641 },
      { date: "2026-09-08", kind: "pickup", count: 31 },
    ]);
  });

  it("pays training by the payment date unless it says Nein", () => {
    const content = csv(
      "Zuweisungsdatum;Zahlungsdatum;Station;DSP-Kurzcode;Fahrer;Servicetyp;Kursname;Kapitelname;Gesamtdauer;DSP-Zahlungsberechtigt",
      `11.09.2026;12.09.2026;${BERLIN};HLIN;;Training;Einarbeitung;Tag 1;8 Std.;Ja`,
      `11.09.2026;12.09.2026;${BERLIN};HLIN;Ute Maß;Training;Auffrischung;Rückwärts;0 Std.;Nein`,
    );
    expect(facts("training", content)).toMatchObject([
      { assignmentDate: "2026-09-11", paymentDate: "2026-09-12", associate: null, minutes: 480, eligible: true },
      { associate: "Ute Maß", minutes: 0, eligible: false },
    ]);
  });

  it("tells delays in minutes", () => {
    const content = csv(
      "Datum;Station;DSP-Kurzcode;Ungeplante Verzögerung;Gesamtverzögerung in Minuten;Betroffene Routen;Notizen",
      `08.09.2026;${BERLIN};HLIN;Stau an der Rampe;22;CX1;`,
    );
    expect(facts("delay", content)).toEqual([
      {
        station: "DHH1",
        date: "2026-09-08",
        reason: "Stau an der Rampe",
        minutes: 22,
        impactedRoutes: "CX1",
        notes: "",
      },
    ]);
  });

  it("may be disguised: in upper case, columns moved, title rows above, hard spaces, a sum below", () => {
    const titles = [
      "NOTIZEN",
      "GESAMTVERZÖGERUNG\u00a0IN MINUTEN",
      " Datum",
      "STATION",
      "ungeplante  verzögerung",
      "Neu",
    ];
    const content = xlsx({
      Bericht: [
        ["Ungeplante Verzögerung"],
        [],
        titles,
        ["", 22, new Date("2026-09-08T00:00:00Z"), BERLIN, "Stau", "x"],
        [],
        ["Summe", 22, "", "", "", ""],
      ],
    });
    expect(facts("delay", content)).toMatchObject([{ station: "DHH1", date: "2026-09-08", minutes: 22 }]);
    expect(interpret(content).problems).toEqual([]);
  });
});

describe("a British work summary", () => {
  const header =
    "Date,Station,DSP Short Code,Service Type,Planned Duration,Total Distance Planned,Total Distance Allowance,Planned Distance Unit,AMZL late cancel,DSP late cancel,Quick coverage,accepted,completed routes";
  const row = (date: string) => `${date},${PORTSMOUTH},HLIN,Standard Parcel,9 hr,"1,204.5",1300,miles,0,0,0,7,"1,010"`;

  it("puts the day first, and its numbers are written as in America", () => {
    expect(facts("dayTally", csv(header, row("13/09/2026")))).toMatchObject([
      { station: "DPO1", date: "2026-09-13", completed: 1010, isRoute: true },
    ]);
  });

  it("is known by the post code of its station where no date tells", () => {
    expect(facts("dayTally", csv(header, row("06/09/2026")))[0]?.date).toBe("2026-09-06");
  });
});
