import { foldName } from './name-folding.js';
import { nameStem } from './name-inflection.js';

/**
 * Given names that are common in documents of modern history, from several languages. They tell a recogniser that
 * "Laszlo Rajk" is a person where the register does not know one. Names that are also words, months or places of
 * one of the languages stand apart: they count only beside a surname.
 */
const names = `
  Abraham Achim Adalbert Adam Adele Adelheid Adolf Adolph Adolphe Agata Agatha Agnes Ágnes Ahmed Ákos Albert Alberta Alberto Albin Albrecht
  Alec Aleksander Aleksandr Aleksei Aleksey Alex Alexander Alexandra Alexandre Alexei Alexis Alfons Alfonso Alfred Alfréd Alfredo Ali
  Alice Alina Aline Allan Allen Alois Aloys Alphonse Alwin Amalia Amalie Ambrose Amelia Anastas Anastasia Anatole Anatoli Anatoly
  Anders András Andre André Andrea Andreas Andrei Andrej Andrés Andrew Andrey Andrzej Angela Angelo Ann Anna Anne Annelise
  Annemarie Annette Annie Anselm Antal Anthony Antoine Anton Antonia Antonie Antonin Antonín Antonio Apollonia Arlette Armand
  Armin Arnold Árpád Arseny Arthur Artur Arvid Attila Augusta Auguste Augustin Augustus Aurel Aurelia Avgust Axel Balázs Bálint Barbara
  Barna Barry Bartholomäus Bartholomew Basil Bastian Béatrice Beatrice Beate Beatrix Béla Bella Benedict Benedikt Benedek Benito Benjamin
  Benno Berta Bertha Bernard Bernd Bernhard Bert Berthold Bertold Bertram Bertrand Bessie Betty Birgit Blanche Bogdan Boleslaw
  Bolesław Boris Brian Brigitte Bronisław Bruno Burkhard Camille Carl Carla Carlo Carlos Carmen Carol Caroline Caspar Catharina
  Catherine Cathérine Cécile Cecil Cecilia Cesare Charles Christa Christel Christiaan Christian Christiane Christina Christine Christoph
  Christophe Christopher Clara Claire Clarence Claude Claudia Claus Clemens Clement Clifford Colette Conrad Constantin Constantine Corneliu
  Cornelia Cornelius Curt Cyril Cyrus Dag Dagmar Daniel Daniela Daniele Danielle David Dean Delia Denis Dénes Denise Dennis Detlef
  Dezső Diana Diane Dieter Dietrich Dimitri Dirk Dmitri Dmitrii Dmitriy Dmitry Dolores Domenico Dominik Dominique Dömötör Donald Dora
  Doris Dorothea Dorothee Dorothy Dorota Douglas Dwight Ebba Eberhard Eckart Edgar Edith Edit Edmond Edmund Édouard Eduard Eduardo Edvard Edward
  Edwin Egon Eileen Eleanor Elena Eleonora Eleonore Elfriede Elias Elise Elisabeth Elizabeth Eliza Ella Ellen Elmar Elsa Else
  Elsbeth Elvira Emanuel Emery Emil Émile Emile Emilia Emilie Emily Emma Endre Enrico Erasmus Erhard Éric Eric Erich Erik Erika Erna Ernest Ernestine
  Ernesto Ernő Ernst Erwin Erzsébet Esther Ethel Étienne Etienne Eugen Eugène Eugene Eugenia Eugenie Éva Eva Evelyn Evgenii Evgeny
  Ewald Fabian Fanny Federico Fedor Fedorovich Felicitas Felix Ferdinand Ferenc Fernand Fernando Filip Filippo Fjodor Flora Florian Fodor
  Frances Francesca Francesco Francis Francisco Franciszek François Françoise Franjo Frank Franklin Frans Franz Franziska Fred Freddy Frederic Frédéric
  Frederick Frederik Fredrick Frida Frieda Friedrich Fridolin Fritz Fyodor Gabriel Gabriela Gabriele Gábor Gaspard Gaston Gavriil Gennadi
  Gennady Geoffrey Georg Georges George Georgi Georgii Georgina Georgiy Georgy Gerald Gerard Gérard Gerda Gerhard Germaine Gertrud Gertrude
  Géza Gheorghe Giacomo Gianni Gilbert Gilles Giovanni Gisela Giuseppe Gizella Gladys Golda Gordon Gottfried Gotthelf Gottlieb Gottlob Graham
  Greta Grete Gretchen Grigore Grigori Grigorii Grigory Guglielmo Guido Guillaume Günter Günther Gunther Guntram Gustaf Gustav Gustave Guy György Gyula
  Haakon Hanna Hannah Hanne Hannelore Hannes Hans Hansjürg Harald Hartmut Harold Harriet Harry Hartwig Harvey Hasso Hatto Hedwig Heidi Heiko Heiner Heinrich
  Heinz Helen Helena Helene Hélène Helga Helmut Helmuth Hendrik Henk Henri Henriette Henrietta Henrik Henry Herbert Heribert Herman Hermann Hermine
  Hilaire Hilda Hildegard Hjalmar Holger Horace Horst Howard Hubert Hugh Hugo Huldrych Humphrey Hyman Ian Ida Ignác Ignacy Ignatius Ignaz Igor Ildikó
  Ilona Ilse Imre Ines Inge Ingeborg Ingrid Ioan Ioana Ion Irena Irene Irène Irina Iris Irma Irmgard Irving Isaac Isabel Isabella Isabelle Isak
  Isidor István Ivan Iván Ivanovich Ivo Jack Jacob Jacobus Jacqueline Jacques Jakob Jakub James Jamie Jan Jane Janet János Janusz Jaromír Jaroslav Jarosław
  Jason Jawaharlal Jean Jeanne Jeffrey Jenő Jennifer Jenny Jens Jeremy Jerome Jérôme Jerzy Jessica Jessie Jim Jimmy Joachim Joan Joanna Jochen Joe Joël Joel Johan Johann Johanna
  Johannes John Jonas Jonathan Jörg Jorge José Josef Josefa Joseph Josephine Joshua Josip Jost József Juan Judit Judith Jules Julia Julian Juliane Julie
  Julien Juliette Julius Juliusz Jürg Jürgen Justin Justus Kálmán Karel Karen Karin Karl Karla Karol Karola Karoline Károly Kaspar Katalin Katarina Katharina
  Kate Käthe Kathe Katherine Kathleen Käthchen Kathryn Katja Kazimierz Keith Kenneth Kirill Klára Klara Klaus Klement Kliment Knud Knut Konrad Konstantin Konstanty
  Kornél Krisztina Krystyna Kurt Ladislas Ladislav Lajos Lars László Laura Laure Laurence Laurent Lavrenti Lavrentii Lavrentiy Lawrence Lazar Lazare Lea Leah Leo Leon Léon
  Leonard Léonard Leonardo Leonhard Leonid Leonida Leonie Leonore Leopold Lew Lewis Lidia Liesbeth Lieselotte Lili Lillian Lilly Lily Linda Lisa Lise Liselotte Lisette
  Lloyd Lolotte Lorenz Lorenzo Lothar Lotte Louis Louise Lucas Lucia Lucian Lucie Lucien Lucienne Lucy Ludmila Ludolf Ludovic Ludvík Ludwig Ludwik Luigi Luis Luisa Luise Lukas
  Luther Lydia Lydie Lynn Mabel Madeleine Magda Magdalena Magdolna Maksim Malcolm Manfred Manuel Marcel Marcell Marcelle Marcin Marco Marcus Margaret Margarete Margarethe Margareta Margit Margot Marguerite
  Maria Mária Marian Mariana Marianne Marie Mario Marion Marius Markus Marlene Marta Martha Márta Martin Martina Marthe Márton Mary Maryla Mátyás Matthew Matthias Matthieu Matyas
  Maurice Mauritz Maurycy Max Maxim Maximilian Maxime Melchior Mendel Michael Michail Michal Michał Michel Michele Michèle Mickey Mieczysław Miguel Mihail Mihály Mihai Mikael Mikhail Miklós Mikołaj
  Mildred Milena Milos Miloš Milovan Mina Minna Miriam Mirjam Miroslav Mitchell Mohamed Mohammed Mojżesz Molly Monica Monika Monique Moritz Moses Moshe Muriel Myriam Nadezhda Nadia Nancy Nándor Napoleon
  Natalia Natalie Natasha Nathan Nathaniel Nelly Nicholas Nicola Nicolae Nicolas Nicole Niels Nikita Niklas Niklaus Nikola Nikolai Nikolaus Nikolay Nils Nina Noah Noel Nora Norbert Norma Norman Octave Oktavian
  Olaf Ole Oleg Olga Oliver Olivier Olof Oscar Oskar Ossip Oswald Otakar Otilia Otmar Ottilie Otto Ottó Ottokar Pablo Pál Pamela Panteleimon Paola Paolo Pascal Patricia Patrick Paul Paula Paulina Pauline Paulus Pavel Paweł
  Pearl Pedro Percy Peter Péter Petra Petre Petru Petrus Philip Philipp Philippa Philippe Phyllis Pia Pierre Pieter Pietro Piotr Pius Prosper Pyotr Rachel Radu Rafael Rahel Raimund Rainer
  Ralf Ralph Ramón Randolph Raoul Raphael Raymond Rebecca Rebekka Regina Regine Reinhard Reinhold Reiner Renata Renate René Renée Rezső Ricarda Ricardo Richard Richardson Riccardo Rita Robert Roberta Roberto Robin Roderick Rodolphe Roger Roland
  Rolf Roman Romain Romano Romulus Ronald Rosa Rosalie Rosamond Rosemarie Rosemary Rosi Roy Rozália Rudolf Rudolph Rudi Rufus Ruggero Rupert Russell Ruth Sally Salomon Salomé Salvador Samuel Sándor Sara Sarah Sascha Saul Sean Sebastian Selma
  Semen Semyon Serge Sergei Sergey Sergio Sergius Seymour Sharon Sheila Shirley Sibylle Sidney Siegbert Siegfried Siegmund Sigfried Sigismund Sigmund Sigrid Silvia Silvio Simon Simone Sofia Sofie Solomon Sonia Sonja Sophia Sophie Stanislas Stanislav Stanislaw Stanisław Stanley
  Stefan Stefania Stefanie Stella Stepan Stephan Stéphane Stephanie Stephen Steven Stuart Susan Susanna Susanne Suzanne Svetlana Sven Sylvain Sylvia Sylvie Szilárd Tadeusz Tamás Tamara Tatiana Tatjana Terence Terézia Teresa Theodor Théodore Theodore Theodora
  Theophil Theophile Thaddäus Thea Theo Therese Thérèse Theresa Theresia Thibault Thomas Tiberiu Tiberius Tibor Tilda Tillie Tim Timofei Timothy Tito Titus Tivadar Tobias Todor Tom Tomas Tomáš Tommaso Tony Trude Trygve Udo Ulrich Ulrike Ulysses Umberto Urs Ursula Ute Václav Valentin
  Valentina Valentine Valerian Valérie Valerie Vasil Vasile Vasili Vasilii Vasily Vasyl Veit Veljko Vera Verena Vernon Veronica Veronika Viktor Viktoria Vilhelm Viliam Vilmos Vincent Vincenzo Vinzenz Virgil Vivian Vjačeslav Vlad Vladimir Vladislav Volker Vsevolod Vyacheslav
  Wacław Walburga Waldemar Wallace Walter Walther Wanda Warren Wendell Wendy Werner Wenzel Wilfred Wilfried Wilhelm Wilhelmina Wilhelmine Willard Willem William Willi Willibald Willy Wim Winfried Winifred Winston Witold Władysław Wladyslaw Wladimir Wojciech Wolfgang Wolfram Xaver Xavier
  Yakov Yasser Yehuda Yekaterina Yelena Yevgeny Yitzhak Yuri Yuriy Yury Yvette Yves Yvonne Zbigniew Zdeněk Zinaida Zita Zofia Zoltán Zsigmond Zsuzsa Zsuzsanna Zygmunt
  Адам Александр Александра Алексей Анастас Анатолий Андрей Анна Антон Антонина Борис Вадим Валентин Валентина Валерий Василий Вера Виктор Виталий Владимир Владислав Всеволод Вячеслав Галина Геннадий Георгий Григорий Дарья Дмитрий Евгений
  Евгения Екатерина Елена Елизавета Ефим Иван Игорь Илья Имре Ирина Иосиф Кирилл Клавдия Клим Климент Константин Лаврентий Лазарь Лев Леонид Лидия Людмила Максим Маргарита Мария Марк Матвей Михаил Наталья Наталия Никита Николай Нина Олег Ольга Павел Пётр Роман Самуил
  Светлана Семён Сергей Софья Степан Тамара Татьяна Тимофей Фёдор Филипп Эдуард Юлия Юрий Яков Янош`;

/** Given names that are words, months, places or things as well. */
const doubtful = `April August Amber Angel Art Austin Basil Bill Bob Brest Brooke Carolina Charlotte Chase Chance Christian Chuck Clay Cliff Constance Dale Dawn Dean
  Dick Don Drew Duke Earl Elba Ernest Eve Faith Florence Frank Gay Gene Georgia Glen Glenn Gloria Grace Grant Guy Hazel Holly Hope Houston Iris Ivy Jack Jade Jasmin Jesus Jordan Joy June Kim Kit Lance Laurel Lea Lee
  Leo Lincoln Lou Madison Mark Max May Melody Mercy Miles Nick Olive Otto Paris Pat Patience Penny Pearl Peace Petersburg Poppy Prudence Ray Red Rich Rob Rock Rod Rose Ruby Rusty Sandy Scott Sidney Skip Sky Sue Summer Sydney Ted Timor Tito
  Valentin Victor Victoria Violet Viola Virginia Wade Washington Will Winter Sonntag Ernst Ewald Kai Kurt Rainer Reinhard Stern Wolf Björn Karol Roman Salome Mercedes Lew Marian Florian Justus Sales Linda Regina Augusta Saul Luther Napoleon Ion Ale Ali Dag Jan Ole Rita Sean Terence Viktoria Вера Лев Роман Надежда Любовь`;

/** Abbreviations of given names that are longer than an initial; a point follows them. */
const abbreviations = new Set(
  `alb alex alf ant aug balth barth benj bern chas chr christ conr const dan edw ed ernst eug ferd fr frdr fried friedr fritz geo
   georg gust heinr herm hub ign jac jak jas joh johs jos karl konr kasp leop ludw mart matth max mich nic nik ph phil rich rob rud
   sam seb sigm steph theod theoph th thos tho ulr vict wilh wm wolfg yu ya ye kh zh sh ch gy zs cs sz dzh`
    .trim()
    .split(/\s+/),
);

const common = new Set(words(names).map(foldName));
const ambiguous = new Set(words(doubtful).map(foldName));

/** True where the word is a given name; beside a surname even one that is a word as well ("May", "Ernst") counts. */
export function isGivenName(word: string): boolean {
  const folded = foldName(word);
  return common.has(folded) || ambiguous.has(folded);
}

/** True where the word alone, with a capital, is most likely a given name ("Hannah", but not "May" or "Ernst"). */
export function isUnmistakableGivenName(word: string): boolean {
  const folded = foldName(word);
  return common.has(folded) && !ambiguous.has(folded);
}

/** The cases of Russian given names, folded; made when first asked for. */
let russianCases: ReadonlySet<string> | undefined;
/** The stems of given names in Latin letters, for Hungarian endings. */
let hungarianStems: ReadonlySet<string> | undefined;

/** True where the word is another case of a given name: "Алексею", "Lajossal". False where the language has no such cases. */
export function isInflectedGivenName(folded: string, language: string): boolean {
  if (/^(?:ru|uk|be|bg)(?!-latn)/iu.test(language)) {
    russianCases ??= new Set([...common].filter((name) => /\p{Script=Cyrillic}/u.test(name)).flatMap(casesOf));
    return russianCases.has(folded);
  }
  if (!/^hu/iu.test(language)) return false;
  hungarianStems ??= new Set([...common].map((name) => nameStem(name, 'hu', true)));
  const stem = nameStem(folded, 'hu', true);
  return stem !== folded && stem.length > 2 && hungarianStems.has(stem);
}

/** The singular cases of a Russian given name (folded: й is и). */
function casesOf(name: string): string[] {
  const stem = name.slice(0, -1);
  const endings = /а$/u.test(name)
    ? ['ы', 'и', 'е', 'у', 'ои', 'ою']
    : /я$/u.test(name)
      ? ['и', 'е', 'ю', 'еи', 'ею']
      : /и$/u.test(name)
        ? ['я', 'ю', 'ем', 'е', 'и']
        : /ь$/u.test(name)
          ? ['я', 'ю', 'ем', 'е']
          : undefined;
  if (endings !== undefined) return endings.map((ending) => stem + ending);
  return ['а', 'у', 'ом', 'е'].map((ending) => name + ending);
}

/** True where the word, with a point after it, abbreviates a given name: "Joh.", "Alex.", "Yu.". */
export function isGivenAbbreviation(word: string): boolean {
  return abbreviations.has(foldName(word));
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
