/** Invented people. No two share a surname together with a first name, so a name names one person. */
import type { Random } from "./random.ts";
import { COMPANY_CODE, type Station } from "./stations.ts";

/** A person on the staff roster. */
export interface Person {
  employeeId: string;
  transporterId: string;
  /** As the roster spells it. */
  name: string;
  /** As Amazon's reports spell it: the same words, at times in another case or with another blank. */
  amazonName: string;
  /** Payroll's two columns: upper case, without accents, with a middle initial. */
  payrollLast: string;
  payrollFirst: string;
  station: Station;
  payCents: number;
  hireDate: string;
  terminationDate: string | null;
}

const FIRST_NAMES = (
  "Marisol Deshawn Thuy Amadou Brígida Colton Zainab Emeka Lucía Priya Tyrell Hana Rosalind Kwame Ximena Anders Fatima Dmitri Noelani " +
  "Jamal Beatriz Wei Oksana Terrence Inés Rajesh Maeve Hector Soledad Khalil Bronwyn Mateo Adaeze Julián Svetlana Marquis Leilani Farid " +
  "Guadalupe Tobias Nkechi Ramón Sunita Desmond Yuki Camille Alonso Ruqayya Patrick Itzel Vikram Shanice Gustavo Mai Ibrahim Delphine " +
  "Cedric Noémie Arjun Latoya Santiago Freya Malik Concepción Jerome Anh Zofía Darnell Pilar Hakeem Renée Osvaldo Tamika Kenji Aurelia"
).split(" ");

const SURNAMES = (
  "Abernathy Castañeda Okonkwo Nguyen Villarreal Brennan Diallo Petrosyan Whitfield Kapoor Montoya Hargrove Osei Peña Lindqvist Chaudhry " +
  "Etienne Yamamoto Zaragoza Fitzgerald Mbeki Rosales Thibodeaux Kowalczyk Iqbal Sandoval Mercer Adeyemi Ibáñez Vang Carmichael Haddad " +
  "Quintero Novak Bautista Jefferson Tran Olivares Dubois Rahman Gallegos Weatherby Achebe Muñoz Sorensen Patel Delacruz Hollis Banerjee " +
  "Escobedo Tanaka Ferreira Bledsoe Sithole Cordero Ivanov Marchetti Pham Ledbetter Arroyo Suleiman Grijalva Park Winslow Nakamura Bello " +
  "Zepeda Cartwright Siddiqui Palomino Fonseca Drummond Yilmaz Cisneros Hawthorne Mensah Beltrán Kruger Xiong Lockhart Farouk Tavares " +
  "Ybarra Stockton Jimenez Obi Renteria Vasquez Khoury Prescott Salcedo Moreau Underwood Balogun Lozano Chen Hightower Ortega Kamau " +
  "Ellison Figueroa Bhatt Navarrete Coleman Rybak Aguirre Traoré Pickett Uribe Hassan Galloway Nieto Sharma Duarte Bishop Keita Lucero"
).split(" ");

const INITIALS = "ABCDEFGHJKLMNPRSTVW";
const ID_CHARS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

function plainAscii(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
}

/** Amazon copies names as somebody typed them; one in ten arrives in capitals, with a lower-case surname or with two blanks. */
function asAmazonTypes(first: string, last: string, random: Random): string {
  const slip = random.int(1, 30);
  if (slip === 1) return `${first} ${last}`.toUpperCase();
  if (slip === 2) return `${first} ${last.toLowerCase()}`;
  if (slip === 3) return `${first}  ${last}`;
  return `${first} ${last}`;
}

/** Hands out names and numbers to new people, never the same twice. */
interface Hiring {
  hire(station: Station, terms: { hireDate: string; terminationDate: string | null }): Person;
}

/** Opens the company's hiring. */
export function openHiring(random: Random): Hiring {
  const singles = random.shuffled(SURNAMES);
  const taken = new Map<string, Set<string>>();
  const transporters = new Set<string>();
  let hired = 0;
  let badge = random.int(100, 140);

  const nextSurname = (): { text: string; parts: string[] } => {
    // Every seventh person carries two surnames. Once the single ones are used up, everybody does.
    const first = singles.pop() ?? random.pick(SURNAMES);
    if (hired % 7 !== 3 && singles.length > 0) return { text: first, parts: [first] };
    let second = random.pick(SURNAMES);
    while (second === first) second = random.pick(SURNAMES);
    return { text: `${first}${hired % 2 === 0 ? "-" : " "}${second}`, parts: [first, second] };
  };

  const nextTransporter = (): string => {
    let id = "A";
    while (id.length < 14) id += random.pick([...ID_CHARS]);
    if (transporters.has(id)) return nextTransporter();
    transporters.add(id);
    return id;
  };

  return {
    hire(station, terms) {
      hired += 1;
      // Numbers have gaps: people left before these documents begin.
      badge += random.int(1, 6);
      for (;;) {
        const surname = nextSurname();
        const free = FIRST_NAMES.filter((name) => !surname.parts.some((part) => taken.get(part)?.has(name)));
        if (free.length === 0) continue;
        const first = random.pick(free);
        for (const part of surname.parts) taken.set(part, (taken.get(part) ?? new Set()).add(first));
        const initial = random.chance(80) ? ` ${random.pick([...INITIALS])}` : "";
        return {
          employeeId: `${COMPANY_CODE}${String(badge).padStart(6, "0")}`,
          transporterId: nextTransporter(),
          name: `${first} ${surname.text}`,
          amazonName: asAmazonTypes(first, surname.text, random),
          payrollLast: plainAscii(surname.text),
          payrollFirst: plainAscii(first) + initial,
          station,
          payCents: random.int(2_000, 2_400),
          ...terms,
        };
      }
    },
  };
}
