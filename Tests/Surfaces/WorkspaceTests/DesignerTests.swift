import HTML
import Kernel
import Processes
import Testing

@testable import Workspace

@Suite("The designer's table")
struct DesignTableTests {
    @Test("every template goes through the table and comes back as it was", arguments: ProcessTemplate.allCases)
    func roundTrip(template: ProcessTemplate) throws {
        let content = ProcessDraft.Content(
            definition: try template.definition(),
            promised: template.statutory,
            statutory: template.statutory
        )
        let (read, errors) = DesignTable(content).content(on: content)
        #expect(errors.isEmpty)
        #expect(read == content)
    }

    @Test("what no cell shows of an imported process goes through the table unharmed")
    func imported() throws {
        let file = """
            <d:definitions xmlns:d="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:v"><d:process id="P" name="办">
            <d:startEvent id="s"/><d:userTask id="a" name="审查" v:form="1"/><d:receiveTask id="b" name="回执"/>
            <d:boundaryEvent id="t" attachedToRef="b"><d:timerEventDefinition><d:timeDuration>P5D</d:timeDuration>
            </d:timerEventDefinition></d:boundaryEvent><d:endEvent id="e" name="办结"><d:terminateEventDefinition/></d:endEvent>
            <d:sequenceFlow id="f" sourceRef="s" targetRef="a"/><d:sequenceFlow id="g" sourceRef="a" targetRef="b"/>
            <d:sequenceFlow id="h" sourceRef="b" targetRef="e"/><d:sequenceFlow id="i" sourceRef="t" targetRef="a"/>
            </d:process></d:definitions>
            """
        let process = try #require(try BPMNImport(Array(file.utf8)).processes.first)
        #expect(process.definition.kept?.isEmpty == false && process.definition.timers?.count == 1)
        let content = ProcessDraft.Content(definition: process.definition)
        let (read, errors) = DesignTable(content).content(on: content)
        #expect(errors.isEmpty)
        #expect(read == content)
    }

    @Test("a step that is renamed keeps what leads to it, and may be called by either name")
    func renamed() throws {
        let content = try Self.licensing()
        var table = DesignTable(content)
        let index = try #require(table.steps.firstIndex { $0.id == "examine" })
        table.steps[index].name = "实质审查"
        let (read, errors) = table.content(on: content)
        #expect(errors.isEmpty)
        #expect(read.definition.step("accept")?.outcome("accepted")?.next == ["examine"])
        #expect(DesignTable(read).steps.first { $0.id == "accept" }?.outcomes.first?.next == "实质审查")
    }

    @Test("a name that nobody bears is said at its cell, and the checker objects too")
    func unknownName() throws {
        let content = try Self.licensing()
        var table = DesignTable(content)
        table.steps[0].outcomes[0].next = "不存在的环节"
        let (read, errors) = table.content(on: content)
        #expect(errors.map(\.field) == ["s0.o0.next"])
        #expect(!read.faults.isEmpty)
    }

    @Test("rows are added, moved and taken away by buttons")
    func buttons() throws {
        var table = DesignTable(try Self.licensing())
        let ids = table.steps.map(\.id)
        table.apply("down:0")
        #expect(table.steps.map(\.id).prefix(2) == [ids[1], ids[0]])
        table.apply("up:1")
        table.apply("add:1")
        #expect(table.steps[1].name.isEmpty && !ids.contains(table.steps[1].id))
        table.apply("remove:1")
        #expect(table.steps.map(\.id) == ids)
        for act in ["add:-1", "add:999", "remove:999", "up:0", "down:\(ids.count - 1)", "fly:1", "add"] {
            table.apply(act)
        }
        #expect(table.steps.map(\.id) == ids)
    }

    static func licensing() throws -> ProcessDraft.Content {
        ProcessDraft.Content(
            definition: try ProcessTemplate.licensingGeneral.definition(),
            promised: .workingDays(20),
            statutory: .workingDays(20)
        )
    }
}
