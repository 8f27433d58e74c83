import DecisionTables
import Interchange
import Testing

@Suite("Decision tables as DMN")
struct DMNTests {
    private static let hearing = DecisionTable(
        id: "hearing",
        name: "听证标准 <试行> & \"修订\"",
        hitPolicy: .unique,
        inputs: [
            DecisionTable.Input(
                name: "party",
                label: "当事人",
                type: .string,
                allowed: "\"公民\", \"法人、其他组织\""
            ),
            DecisionTable.Input(
                name: "月 金额",
                label: "月金额（元）",
                type: .number,
                expression: "amount / 12",
                allowed: ">= 0"
            ),
            DecisionTable.Input(name: "found", label: "发现日期", type: .date),
            DecisionTable.Input(name: "lasting", label: "持续时间", type: .monthsDuration),
        ],
        outputs: [
            DecisionTable.Output(
                name: "applies",
                label: "应当",
                type: .boolean,
                allowed: "true, false",
                otherwise: "false"
            )
        ],
        rules: [
            DecisionTable.Rule(
                when: ["\"公民\"", ">= 10000", "> date(\"2021-07-15\")", "-"],
                then: ["true"],
                note: "行政处罚法第六十三条"
            ),
            DecisionTable.Rule(when: ["-", "< 10000", "-", "[duration(\"P1M\")..duration(\"P1Y\"))"], then: ["false"]),
        ]
    )

    @Test("what is written is read back the same, under every hit policy", arguments: HitPolicy.allCases)
    func roundTrip(_ policy: HitPolicy) throws {
        var table = Self.hearing
        table = DecisionTable(
            id: table.id,
            name: table.name,
            hitPolicy: policy,
            inputs: table.inputs.map { input in
                // A column that computes is known by its label in DMN.
                DecisionTable.Input(
                    name: input.expression == nil ? input.name : input.label,
                    label: input.label,
                    type: input.type,
                    expression: input.expression,
                    allowed: input.allowed
                )
            },
            outputs: table.outputs,
            rules: table.rules
        )
        let file = try DMNFile(Array(table.dmn().utf8))
        #expect(file.tables == [table])
        #expect(file.remarks == [])
        #expect(file.version == .v13)
        #expect(file.name == table.name)
    }

    @Test("a file of each release is read, by its namespace and not by its prefix", arguments: DMNVersion.allCases)
    func releases(_ version: DMNVersion) throws {
        let text = """
            <d:definitions xmlns:d="\(version.rawValue)" id="x" name="x" namespace="urn:x">
              <d:decision id="dish" name="Dish"><d:variable name="Dish" typeRef="string"/>
                <d:decisionTable><d:input id="i"><d:inputExpression typeRef="feel:number"><d:text>guests</d:text>
                </d:inputExpression></d:input><d:output id="o"/>
                <d:rule id="r"><d:inputEntry id="a"><d:text>&lt;= 8</d:text></d:inputEntry>
                  <d:outputEntry id="b"><d:text>"Stew"</d:text></d:outputEntry></d:rule>
                </d:decisionTable></d:decision></d:definitions>
            """
        let file = try DMNFile(Array(text.utf8))
        let decision = try #require(file.tables.first?.read().decision)
        #expect(decision.table.outputs[0].name == "Dish")
        #expect(decision.decide(["guests": .number(8)]).values == [.string("Stew")])
        #expect(file.remarks == [])
    }

    @Test("tables of other programs: empty cells, own types, integers, types of the file, notes beside rows")
    func dialects() throws {
        let text = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" id="x" name="x" namespace="http://camunda.org">
              <itemDefinition name="tParty"><typeRef>string</typeRef>
                <allowedValues><text>"citizen", "organization"</text></allowedValues></itemDefinition>
              <inputData id="p" name="party"><variable name="party" typeRef="tParty"/></inputData>
              <decision id="d" name="Review" camunda:historyTimeToLive="180">
                <decisionTable id="t" hitPolicy="FIRST">
                  <input id="i1" label="Amount" camunda:inputVariable="amount"><inputExpression id="e1" typeRef="integer">
                    <text>amount</text></inputExpression></input>
                  <input id="i2"><inputExpression id="e2"><text>party</text></inputExpression></input>
                  <output id="o1" label="Review" name="review" typeRef="boolean"/>
                  <annotation name="why"/>
                  <rule id="r1"><description>large</description><inputEntry id="a1"><text>&gt;= 10000</text></inputEntry>
                    <inputEntry id="a2"><text></text></inputEntry><outputEntry id="b1"><text>true</text></outputEntry>
                    <annotationEntry><text>art. 58</text></annotationEntry></rule>
                  <rule id="r2"><inputEntry id="a3"><text/></inputEntry><inputEntry id="a4"><text>-</text></inputEntry>
                    <outputEntry id="b2"><text>false</text></outputEntry></rule>
                </decisionTable>
              </decision>
              <decision id="l" name="Sum"><literalExpression><text>1 + 1</text></literalExpression></decision>
              <dmndi:DMNDI><dmndi:DMNDiagram/></dmndi:DMNDI>
            </definitions>
            """
        let file = try DMNFile(Array(text.utf8))
        let table = try #require(file.tables.first)
        #expect(file.tables.count == 1)
        #expect(table.inputs.map(\.type) == [.number, .string])
        #expect(table.inputs[1].allowed == "\"citizen\", \"organization\"")
        #expect(table.rules[0].when == [">= 10000", "-"])
        #expect(table.rules[0].note == "large；art. 58")
        #expect(table.check() == [])
        #expect(file.remarks.map(\.kind) == [.noTable("Sum"), .unread("DMNDI")])
        let decision = try #require(table.read().decision)
        #expect(decision.decide(["amount": .number(9_999), "party": .string("citizen")]).values == [.boolean(false)])
    }

    @Test("what is not DMN is refused, and what a table cannot hold is named with its line")
    func refusals() throws {
        #expect(throws: DMNFile.Fault.foreignRoot("definitions", namespace: "urn:other")) {
            try DMNFile(Array("<definitions xmlns='urn:other'/>".utf8))
        }
        #expect(throws: DMNFile.Fault.self) { try DMNFile(Array("<definitions>".utf8)) }
        #expect(throws: DMNFile.Fault.self) { try DMNFile(Array("<!DOCTYPE x><x/>".utf8)) }
        let text = """
            <definitions xmlns="\(DMNVersion.v13.rawValue)" name="x" namespace="x" expressionLanguage="urn:juel">
            <decision id="a" name="a"><decisionTable hitPolicy="BEST">
            <input><inputExpression typeRef="tUnknown"><text>a</text></inputExpression></input><output name="o"/>
            <rule><inputEntry><text>1</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
            </decisionTable></decision></definitions>
            """
        let file = try DMNFile(Array(text.utf8))
        #expect(
            file.remarks == [
                DMNFile.Remark(line: 1, .foreignLanguage("urn:juel")),
                DMNFile.Remark(line: 2, .unknownHitPolicy("BEST")),
                DMNFile.Remark(line: 3, .unknownType("tUnknown")),
            ]
        )
        #expect(file.tables.first?.inputs[0].type == .number)
        #expect(file.tables.first?.outputs[0].type == .number)
    }
}
