import Foundation
import Kernel
import ProcessTrials
import Processes
import Testing
import WorkflowEngine

@Suite("Processes as BPMN")
struct BPMNTests {
    @Test(
        "every element has its own name, and whatever refers to one refers to one there is",
        arguments: ProcessTemplate.allCases
    )
    func references(template: ProcessTemplate) throws {
        let xml = try template.definition().bpmn()
        let ids = xml.matches(of: /\sid="([^"]*)"/).map { String($0.1) }.filter { $0.hasPrefix("_") }
        #expect(Set(ids).count == ids.count)
        let attributes = xml.matches(of: /\s(?:sourceRef|targetRef|processRef|bpmnElement)="([^"]*)"/).map {
            String($0.1)
        }
        let elements = xml.matches(of: /<bpmn:(?:incoming|outgoing|flowNodeRef)>([^<]*)</).map { String($0.1) }
        #expect(!attributes.isEmpty && !elements.isEmpty)
        #expect(Set(attributes + elements).subtracting(ids).isEmpty)
    }

    @Test("every step, outcome and ending is in it, and every element is drawn", arguments: ProcessTemplate.allCases)
    func complete(template: ProcessTemplate) throws {
        let definition = try template.definition()
        let xml = try definition.bpmn()
        #expect(xml.matches(of: /<hj:step\s/).count == definition.steps.count)
        #expect(xml.matches(of: /<hj:outcome\s/).count == definition.steps.map(\.outcomes.count).reduce(0, +))
        #expect(xml.matches(of: /<bpmn:endEvent\s/).count == definition.endings.count)
        #expect(xml.matches(of: /<bpmn:lane\s/).count == definition.posts.count)
        #expect(xml.matches(of: /<bpmn:sequenceFlow\s/).count == xml.matches(of: /<bpmndi:BPMNEdge\s/).count)
    }

    @Test(
        "the whole definition comes along, so nothing that the engine uses is lost",
        arguments: ProcessTemplate.allCases
    )
    func carried(template: ProcessTemplate) throws {
        let definition = try template.definition()
        let match = try #require(try definition.bpmn().firstMatch(of: /<hj:definition>([^<]*)</))
        let json = [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
            .reduce(String(match.1)) { $0.replacing($1.0, with: $1.1) }
        #expect(try JSONDecoder().decode(ProcessDefinition.self, from: Data(json.utf8)) == definition)
    }

    @Test("names that XML does not allow become others, and what an author types stays text")
    func names() throws {
        var draft = try Draft()
        draft.step("receive") { $0["name"] = "收件]]><x y=\"1\">&" }
        let xml = try draft.definition().bpmn()
        #expect(xml.contains("name=\"收件]]&gt;&lt;x y=&quot;1&quot;&gt;&amp;\""))
        #expect(xml.matches(of: /\sid="([^"]*)"/).allSatisfy { !$0.1.contains(" ") })
    }

    @Test("gateways say how branches part and meet: a parallel one for both, an inclusive one for several")
    func gateways() throws {
        let xml = try ProcessTemplate.licensingGeneral.definition().bpmn()
        #expect(xml.contains("<bpmn:parallelGateway"))
        #expect(xml.contains("<bpmn:exclusiveGateway"))
        #expect(!xml.contains("<bpmn:complexGateway"))
    }
}
