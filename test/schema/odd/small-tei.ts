/** A TEI of a few elements, in the form of `p5subset.xml`: enough for tests of what an ODD does to it. */
export const smallTei = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron">
<teiHeader><edition><ref target="../readme-1.0.0.html">1.0.0</ref></edition></teiHeader><text><body><div>
<moduleSpec ident="tei"/><moduleSpec ident="core"/><moduleSpec ident="extra"/>
<dataSpec ident="teidata.word" module="tei"><content><dataRef name="token" restriction="[^\\p{C}\\p{Z}]+"/></content></dataSpec>
<dataSpec ident="teidata.enumerated" module="tei"><content><dataRef key="teidata.word"/></content></dataSpec>
<dataSpec ident="teidata.pointer" module="tei"><content><dataRef name="anyURI" restriction="\\S+"/></content></dataSpec>
<dataSpec ident="teidata.numeric" module="tei"><content><alternate><dataRef name="double"/><valList><valItem ident="many"/></valList></alternate></content></dataSpec>
<classSpec ident="att.global" type="atts" module="tei"><classes><memberOf key="att.global.source"/></classes><attList>
  <attDef ident="xml:id"><datatype><dataRef name="ID"/></datatype></attDef>
  <attDef ident="rend"><datatype maxOccurs="unbounded"><dataRef key="teidata.word"/></datatype></attDef></attList></classSpec>
<classSpec ident="att.global.source" type="atts" module="extra"><attList>
  <attDef ident="source"><datatype><dataRef key="teidata.pointer"/></datatype></attDef></attList></classSpec>
<classSpec ident="att.typed" type="atts" module="tei"><attList>
  <attDef ident="type"><datatype><dataRef key="teidata.enumerated"/></datatype></attDef>
  <attDef ident="subtype"><datatype><dataRef key="teidata.enumerated"/></datatype></attDef></attList></classSpec>
<classSpec ident="model.pLike" type="model" module="tei"/>
<classSpec ident="model.phrase" type="model" module="tei"/>
<classSpec ident="model.name" type="model" module="tei"><classes><memberOf key="model.phrase"/></classes></classSpec>
<classSpec ident="model.never" type="model" module="tei"/>
<macroSpec ident="macro.phraseSeq" module="tei"><content><alternate minOccurs="0" maxOccurs="unbounded"><textNode/><classRef key="model.phrase"/></alternate></content></macroSpec>
<elementSpec ident="TEI" module="core"><classes><memberOf key="att.global"/></classes>
  <content><sequence><elementRef key="head" minOccurs="0"/><classRef key="model.pLike" minOccurs="1" maxOccurs="unbounded"/></sequence></content></elementSpec>
<elementSpec ident="p" module="core"><classes><memberOf key="model.pLike"/><memberOf key="att.global"/></classes>
  <content><macroRef key="macro.phraseSeq"/></content></elementSpec>
<elementSpec ident="hi" module="core"><classes><memberOf key="model.phrase"/><memberOf key="att.global"/><memberOf key="att.typed"/></classes>
  <content><macroRef key="macro.phraseSeq"/></content>
  <constraintSpec ident="nested" scheme="schematron"><constraint><sch:rule context="tei:hi"><sch:report test="tei:hi">hi in hi</sch:report></sch:rule></constraint></constraintSpec>
  <attList><attDef ident="type" mode="change"><valList type="closed" mode="add"><valItem ident="bold"/><valItem ident="italic"/></valList></attDef>
    <attDef ident="size"><datatype><dataRef key="teidata.numeric"/></datatype></attDef></attList></elementSpec>
<elementSpec ident="persName" module="extra"><classes><memberOf key="model.name"/><memberOf key="att.typed"/></classes><content><textNode/></content></elementSpec>
<elementSpec ident="placeName" module="extra"><classes><memberOf key="model.name"/><memberOf key="att.typed"/></classes><content><textNode/></content></elementSpec>
<elementSpec ident="head" module="extra"><classes/><content><textNode/></content></elementSpec>
<elementSpec ident="list" module="extra"><classes><memberOf key="model.pLike"/></classes>
  <content><alternate><sequence><elementRef key="head"/><elementRef key="item" minOccurs="2" maxOccurs="3"/></sequence><elementRef key="item"/></alternate></content></elementSpec>
<elementSpec ident="item" module="extra"><content><empty/></content></elementSpec>
<elementSpec ident="any" module="extra"><classes><memberOf key="model.pLike"/></classes><content><anyElement minOccurs="0" maxOccurs="unbounded"/></content></elementSpec>
</div></body></text></TEI>`;
