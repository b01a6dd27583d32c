import { isGivenName } from './given-names.js';
import { foldName } from './name-folding.js';

/** Men's names that end like women's. */
const men =
  folded(`Attila Barna Béla Géza Gyula Joshua Nikita Nikola Yehuda Илья Никита Luca Mischa Kolya Vanya Ilya Kuzma Thoma Foma Costa Sava
  Jura Mika Luka Horia Mircea Toma`);

/** Women's names that do not end in -a. */
const women =
  folded(`Adele Adelheid Agnes Alice Aline Amalie Ann Anne Annelise Annemarie Annette Annie Antonie Arlette Béatrice Beatrice Beate Bessie
  Betty Birgit Blanche Brigitte Carmen Caroline Catherine Cécile Christel Christiane Christine Claire Colette Dagmar Danielle Denise Diane Dolores
  Doris Dorothee Dorothy Edith Edit Eileen Eleanor Eleonore Elfriede Elise Elisabeth Elizabeth Ellen Else Elsbeth Emilie Emily Ernestine Erzsébet
  Esther Ethel Eugenie Evelyn Fanny Felicitas Frances Françoise Germaine Gertrud Gertrude Gladys Grete Gretchen Hannah Hanne Hannelore Harriet Heidi
  Helen Helene Hélène Henriette Hermine Hildegard Ilse Inge Ingrid Irene Irène Iris Irmgard Isabel Isabelle Jacqueline Jane Janet Jeanne Jennifer
  Jenny Joan Josephine Judit Judith Juliane Julie Juliette Karen Karin Karoline Katalin Kate Käthe Kathe Katherine Kathleen Käthchen Kathryn Laure
  Leah Leonie Leonore Liesbeth Lieselotte Lili Lillian Lilly Lily Lise Liselotte Lisette Lolotte Lotte Louise Lucie Lucienne Lucy Luise Lydie Lynn
  Mabel Madeleine Marcelle Margaret Margarete Margarethe Margit Margot Marguerite Marianne Marie Marion Marlene Marthe Mary Michèle Mildred Molly
  Monique Muriel Nancy Natalie Nelly Nicole Ottilie Pauline Pearl Phyllis Rachel Rahel Regine Renate Renée Rosalie Rosamond Rosemarie Rosemary Rosi
  Ruth Sally Salomé Sarah Sharon Shirley Sibylle Sigrid Sofie Sophie Stefanie Stephanie Susan Susanne Suzanne Sylvie Therese Thérèse Tillie Trude
  Ulrike Ute Valérie Valerie Wendy Wilhelmine Winifred Yvette Yvonne Charlotte Constance Florence Grace Любовь`);

/** Names that women and men have, or that languages give differently. */
const either =
  folded(`Alex Andrea Camille Carol Claude Daniele Dominique Evelyn Gabriele Jamie Jan Jean Jessie Kim Lee Leslie Lynn Marian Michele Nicola
  Pat Robin Sascha Sasha Sidney Simone Terry Toni Val Vivian Beverly Hilary Jackie Chris Dale Dana Tracy Maxime Valery Wal Marion Женя Саша`);

/**
 * The sex of those who have a given name, where nearly all of them have the same.
 *
 * @param name a given name in any case and script, marks or not.
 * @returns undefined for names of both sexes and words that are no known given names.
 */
export function sexOfGivenName(name: string): 'F' | 'M' | undefined {
  const word = foldName(name);
  if (either.has(word) || !isGivenName(word)) return undefined;
  if (women.has(word)) return 'F';
  return /[aая]$/u.test(word) && !men.has(word) ? 'F' : 'M';
}

function folded(list: string): ReadonlySet<string> {
  return new Set(foldName(list).split(/\s+/u));
}
