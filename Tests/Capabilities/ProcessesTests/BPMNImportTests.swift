import Foundation
import Kernel
import ProcessTrials
import Processes
import Testing
import WorkflowEngine

@Suite("Processes from BPMN")
struct BPMNImportTests {
    private static func file(_ inside: String, beside: String = "") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <d:definitions xmlns:d="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:vendor" targetNamespace="urn:x">
        \(beside)<d:process id="P" name="办理">
        \(inside)
        </d:process></d:definitions>
        """
    }

    private static func flows(_ pairs: String...) -> String {
        pairs.enumerated().map { index, pair in
            let parts = pair.split(separator: " ", maxSplits: 2)
            let name = parts.count > 2 ? " name=\"\(parts[2])\"" : ""
            return "<d:sequenceFlow id=\"f\(index + 1)\" sourceRef=\"\(parts[0])\" targetRef=\"\(parts[1])\"\(name)/>"
        }.joined()
    }

    private static func read(_ inside: String, beside: String = "") throws -> ImportedProcess {
        let text = file(inside, beside: beside)
        return try #require(try BPMNImport(Array(text.utf8)).processes.first)
    }

    @Test("a process that was exported comes back as it was", arguments: ProcessTemplate.allCases)
    func roundTrip(template: ProcessTemplate) throws {
        let definition = try template.definition()
        let read = try BPMNImport(Array(definition.bpmn().utf8))
        #expect(read.processes.map(\.definition) == [definition])
        #expect(read.processes[0].isUnchanged && read.processes[0].remarks.isEmpty && read.remarks.isEmpty)
    }

    @Test(
        "what another program changed in an exported process is taken over, and the rest stays",
        arguments: [
            ("收件", "登记收件"), ("审查", "全面审查"),
        ]
    )
    func changedElsewhere(old: String, new: String) throws {
        let definition = try ProcessTemplate.licensingGeneral.definition()
        let step = try #require(definition.steps.first { $0.name == old })
        let xml = try definition.bpmn().replacing("name=\"\(old)\"", with: "name=\"\(new)\"")
        let read = try #require(try BPMNImport(Array(xml.utf8)).processes.first)
        #expect(!read.isUnchanged)
        let changed = try #require(read.definition.step(step.id))
        #expect(changed.name == new)
        #expect(changed.kind == step.kind && changed.limit == step.limit && changed.documents == step.documents)
        #expect(changed.outcomes == step.outcomes)
        let comparison = ProcessComparison(definition, read.definition)
        #expect(comparison.changes.map(\.property) == [.name])
    }

    @Test("an exclusive gateway is the choice of the step before it; a junction and a parallel gateway stay")
    func gateways() throws {
        let read = try Self.read(
            """
            <d:startEvent id="s"/><d:userTask id="a" name="审查"/><d:exclusiveGateway id="x"/>
            <d:parallelGateway id="p"/><d:userTask id="b" name="公示"/><d:task id="c" name="送达"/>
            <d:parallelGateway id="j"/><d:endEvent id="e" name="办结"/><d:endEvent id="n" name="不予"/>
            """ + Self.flows("s a", "a x", "x p 准予", "x n 不予", "p b", "p c", "b j", "c j", "j e")
        ).definition
        #expect(read.first == "a")
        #expect(read.step("a")?.outcomes.map(\.name) == ["准予", "不予"])
        #expect(read.step("a")?.outcomes.map(\.next) == [["b", "c"], ["n"]])
        #expect(read.junctions == [Junction(id: "j", rule: .all, next: "e")])
        #expect(read.steps.map(\.kind) == [.examine, .announce, .serve])
        #expect(throws: Never.self) { try Flow(read.flowGraph) }
    }

    @Test("an inclusive gateway lets several outcomes be taken together, an event-based one lets events race")
    func severalAndRace() throws {
        let read = try Self.read(
            """
            <d:startEvent id="s"/><d:userTask id="a" name="告知"/><d:eventBasedGateway id="g"/>
            <d:intermediateCatchEvent id="m"><d:messageEventDefinition messageRef="M"/></d:intermediateCatchEvent>
            <d:intermediateCatchEvent id="t"><d:timerEventDefinition><d:timeDuration>P5D</d:timeDuration>
            </d:timerEventDefinition></d:intermediateCatchEvent>
            <d:inclusiveGateway id="o"/><d:task id="b" name="听证"/><d:task id="c" name="陈述"/>
            <d:inclusiveGateway id="j"/><d:endEvent id="e"/><d:task id="z" name="审查"/>
            """ + Self.flows("s a", "a g", "g m", "g t", "m z", "t z", "z o", "o b 听证", "o c 陈述", "b j", "c j", "j e"),
            beside: "<d:message id=\"M\" name=\"申请听证\"/>"
        ).definition
        #expect(read.step("a")?.outcomes.map(\.next) == [["m", "t"]])
        #expect(read.step("a")?.outcomes.map(\.isRace) == [true])
        #expect(read.step("m")?.performer == .message("申请听证"))
        #expect(read.timers?.map(\.limit.period) == [.calendarDays(5)])
        #expect(read.step("z")?.takesSeveral == true)
        #expect(read.junctions.map(\.rule) == [.arriving])
        #expect(throws: Never.self) { try Flow(read.flowGraph) }
    }

    @Test("where no step stands before a choice, one is added at which an officer decides")
    func addedDecision() throws {
        let read = try Self.read(
            """
            <d:startEvent id="s"/><d:exclusiveGateway id="x" name="材料是否齐全"/><d:task id="a"/><d:task id="b"/>
            <d:endEvent id="e"/>
            """ + Self.flows("s x", "x a 齐全", "x b 不齐全", "a e", "b e")
        )
        #expect(read.definition.step(read.definition.first)?.outcomes.map(\.name) == ["齐全", "不齐全"])
        #expect(read.definition.steps.count == 3)
    }

    @Test(
        "several instances of a task are signers where all must end and the end is a yes or a no; else they are listed",
        arguments: [
            ("", "同意", "不同意", false), (" isSequential=\"true\"", "Approved", "Rejected", true),
            (" behavior=\"One\"", "同意", "不同意", nil), ("", "补正", "审查", nil), ("!", "同意", "不同意", nil),
        ] as [(String, String, String, Bool?)]
    )
    func signers(_ attributes: String, _ yes: String, _ no: String, _ inOrder: Bool?) throws {
        let condition = attributes == "!" ? "<d:completionCondition>done</d:completionCondition>" : ""
        let several = "d:multiInstanceLoopCharacteristics"
        let read = try Self.read(
            """
            <d:startEvent id="s"/><d:userTask id="a" name="会签"><\(several)\(attributes == "!" ? "" : attributes)>
            \(condition)</\(several)></d:userTask><d:exclusiveGateway id="x"/><d:endEvent id="e"/><d:endEvent id="n"/>
            """ + Self.flows("s a", "a x", "x e \(yes)", "x n \(no)")
        )
        let step = try #require(read.definition.step("a"))
        #expect(step.countersign?.inOrder == inOrder)
        #expect(step.countersign.map { $0.quorum == .all } != false)
        #expect(step.countersign.flatMap { step.outcome($0.agreed)?.name } == (inOrder == nil ? nil : yes))
        let told = read.remarks.map(\.reason)
        #expect(
            told.contains(.countersigned) == (inOrder != nil) && told.contains(.multipleInstances) == (inOrder == nil)
        )
        // What is executed is not kept beside it: the export writes it once.
        let written = try read.definition.bpmn().components(separatedBy: "multiInstanceLoopCharacteristics isSeq").count
        #expect(inOrder == nil || written == 2)
        #expect(throws: Never.self) { try Flow(read.definition.flowGraph) }
    }

    @Test(
        "how many must sign comes back from the drawing alone",
        arguments: ["all", "any", "3", "2/3"],
        [false, true]
    )
    func quorum(_ text: String, _ inOrder: Bool) throws {
        let quorum = try #require(Quorum(text))
        let condition = quorum.completionCondition.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
        let read = try Self.read(
            """
            <d:startEvent id="s"/><d:userTask id="a" name="会签">
            <d:multiInstanceLoopCharacteristics isSequential="\(inOrder)">
            <d:completionCondition> \(condition) </d:completionCondition></d:multiInstanceLoopCharacteristics></d:userTask>
            <d:exclusiveGateway id="x"/><d:endEvent id="e"/><d:endEvent id="n"/>
            """ + Self.flows("s a", "a x", "x e 同意", "x n 不同意")
        )
        let countersign = try #require(read.definition.step("a")?.countersign)
        #expect(countersign.quorum == quorum && countersign.inOrder == inOrder)
        #expect(try read.definition.bpmn().contains(condition))
    }

    @Test("an event that interrupts a step races with it; one that does not is its time limit")
    func boundaryEvents() throws {
        let timer = "<d:timerEventDefinition><d:timeDuration>PT24H</d:timeDuration></d:timerEventDefinition>"
        let read = try Self.read(
            """
            <d:startEvent id="s"/><d:userTask id="a" name="补正"/><d:userTask id="b" name="催办"/><d:endEvent id="e"/>
            <d:boundaryEvent id="t" attachedToRef="a">\(timer)</d:boundaryEvent>
            <d:boundaryEvent id="u" attachedToRef="b" cancelActivity="false">\(timer)</d:boundaryEvent>
            <d:userTask id="r" name="提醒"/><d:boundaryEvent id="x" name="材料遗失" attachedToRef="b">
            <d:errorEventDefinition/></d:boundaryEvent><d:endEvent id="n" name="中止"/>
            """ + Self.flows("s a", "a b", "t b", "b e", "u r", "r e", "x n")
        )
        let definition = read.definition
        #expect(definition.step(definition.first)?.outcomes.map(\.next) == [["a", "t"]])
        #expect(definition.timers?.map(\.next) == ["b"])
        #expect(definition.step("b")?.limit?.period == .hours(24))
        #expect(definition.step("b")?.outcomes.map(\.name) == ["完成", "异常：材料遗失"])
        #expect(definition.step("r") == nil)
        #expect(read.remarks.contains { $0.id == "u" && $0.reason == .deadlineOnly })
        #expect(read.remarks.contains { $0.id == "r" && $0.reason == .unreachable })
    }

    @Test("a sub-process is unfolded: its branches come together before the case goes on")
    func subProcess() throws {
        let read = try Self.read(
            """
            <d:startEvent id="s"/><d:subProcess id="q" name="联合踏勘"><d:startEvent id="i"/><d:parallelGateway id="p"/>
            <d:task id="a" name="消防"/><d:task id="b" name="环保"/><d:endEvent id="k"/>\
            <d:sequenceFlow id="g1" sourceRef="i" targetRef="p"/><d:sequenceFlow id="g2" sourceRef="p" targetRef="a"/>\
            <d:sequenceFlow id="g3" sourceRef="p" targetRef="b"/><d:sequenceFlow id="g4" sourceRef="a" targetRef="k"/>\
            <d:sequenceFlow id="g5" sourceRef="b" targetRef="k"/></d:subProcess><d:task id="z" name="决定"/>
            <d:task id="y" name="受理"/><d:endEvent id="e"/>
            """ + Self.flows("s y", "y q", "q z", "z e")
        ).definition
        #expect(read.step("y")?.outcomes.map(\.next) == [["a", "b"]])
        #expect(read.junctions == [Junction(id: "q-end", rule: .arriving, next: "z")])
        #expect(read.step("a")?.outcomes.map(\.next) == [["q-end"]])
        #expect(throws: Never.self) { try Flow(read.flowGraph) }
    }

    @Test("lanes are posts; without lanes whom the program gives the task to, else the pool")
    func posts() throws {
        let read = try Self.read(
            """
            <d:laneSet id="ls"><d:lane id="l1" name="窗口"><d:flowNodeRef>a</d:flowNodeRef></d:lane>
            <d:lane id="l2" name="审批科负责人"><d:flowNodeRef>
            b</d:flowNodeRef></d:lane></d:laneSet><d:startEvent id="s"/><d:task id="a"/><d:task id="b"/>
            <d:task id="c" v:candidateGroups="执法队,备勤"/><d:task id="g" v:assignee="${user}"/><d:endEvent id="e"/>
            """ + Self.flows("s a", "a b", "b c", "c g", "g e")
        ).definition
        #expect(read.steps.map { read.post($0.post)?.name } == ["窗口", "审批科负责人", "执法队", "办理"])
        #expect(read.posts.map(\.kind) == [.handle, .approve, .handle, .handle])
    }

    @Test(
        "durations that have a fixed length are periods",
        arguments: [
            ("P5D", "5cd"), ("P2W", "14cd"), ("PT24H", "24h"), ("P1DT12H", "36h"), ("P1DT24H", "2cd"), ("P3M", "3mo"),
            ("P1Y", "12mo"),
            ("PT120M", "2h"), ("PT90M", nil), ("P1M2D", nil), ("${x}", nil), ("P", nil), ("PT", nil), ("P5", nil),
            ("P99999D", nil),
            (" P1D\n", "1cd"), ("P-1D", nil), ("R3/P1D", nil),
        ] as [(String, String?)]
    )
    func durations(text: String, period: String?) throws {
        let read = try Self.read(
            """
            <d:startEvent id="s"/><d:task id="a"/><d:endEvent id="e"/><d:intermediateCatchEvent id="t">
            <d:timerEventDefinition><d:timeDuration>\(text)</d:timeDuration></d:timerEventDefinition>
            </d:intermediateCatchEvent>
            """ + Self.flows("s a", "a t", "t e")
        )
        #expect(read.definition.timers?.first?.limit.period.description == period)
        #expect(read.remarks.contains { $0.reason == .period } == (period == nil))
    }

    @Test("what is not executed is kept as it was written, listed with its line, and given back in its place")
    func kept() throws {
        let inside = """
            <d:startEvent id="s"/>
            <d:userTask id="a" name="审查" v:form="表一"><d:documentation>须两人</d:documentation>
            <d:extensionElements><v:listener x="1"><v:y>&lt;z/></v:y></v:listener></d:extensionElements></d:userTask>
            <d:textAnnotation id="n"><d:text>注</d:text></d:textAnnotation>
            <d:exclusiveGateway id="x"/><d:endEvent id="e"/><d:endEvent id="k"/>
            <d:sequenceFlow id="f9" sourceRef="x" targetRef="e"><d:conditionExpression>${ok}</d:conditionExpression>
            </d:sequenceFlow>
            """ + Self.flows("s a", "a x", "x k 不予")
        let first = try Self.read(inside)
        let kept = try #require(first.definition.kept)
        #expect(kept.filter { $0.at == "a" }.map(\.place) == [.elements, .attributes, .documentation, .extensions])
        #expect(first.remarks.filter { $0.reason.fate != .adapted }.map(\.line) == [5, 5, 6, 7, 9])
        #expect(first.definition.step("a")?.outcomes.first?.name == "${ok}")
        let xml = try first.definition.bpmn()
        #expect(xml.contains(" v:form=\"表一\"") && xml.contains("<v:y>&lt;z/></v:y></v:listener>"))
        let again = try #require(try BPMNImport(Array(xml.utf8)).processes.first)
        #expect(again.isUnchanged && again.definition == first.definition)
        let edited = xml.replacing("x=\"1\"", with: "x=\"2\"").replacing("x=&quot;2", with: "x=&quot;1")
        let other = try #require(try BPMNImport(Array(edited.utf8)).processes.first)
        #expect(!other.isUnchanged)
        #expect(other.definition.kept?.contains { $0.text.contains("x=\"2\"") } == true)
    }

    @Test("several processes are read side by side; one without anything to do is kept")
    func severalProcesses() throws {
        let text = Self.file(
            "<d:startEvent id='s'/><d:callActivity id='a' calledElement='x:Q'/><d:endEvent id='e'/>"
                + Self.flows("s a", "a e"),
            beside: "<d:process id='Q'><d:task id='q'/></d:process><d:process id='R'/>"
        )
        let read = try BPMNImport(Array(text.utf8))
        #expect(read.processes.map(\.id) == ["Q", "P"])
        #expect(read.processes[1].definition.step("a")?.performer == .subCase("Q"))
        #expect(read.remarks.map(\.reason) == [.noStart])
    }
}
