/// How the tools of a vendor write BPMN: prefixes, what they add, what they leave out.
package enum BPMNDialect: String, CaseIterable {
    case camunda7 = "Camunda 7"
    case camunda8 = "Camunda 8"
    case flowable = "Flowable"
    case activiti = "Activiti"
    case jbpm = "jBPM"
    case signavio = "Signavio"

    package var vendor: String {
        switch self {
        case .camunda7, .camunda8: "Camunda"
        case .flowable: "Flowable"
        case .activiti: "Alfresco"
        case .jbpm: "Red Hat"
        case .signavio: "SAP"
        }
    }

    /// Of the elements of BPMN; empty where they stand in the default namespace.
    package var prefix: String {
        switch self {
        case .camunda7, .camunda8: "bpmn:"
        case .flowable, .activiti, .signavio: ""
        case .jbpm: "bpmn2:"
        }
    }

    /// Whether people are named by lanes, rather than at each task.
    package var drawsLanes: Bool { self == .signavio || self == .camunda8 }

    package var drawsDiagram: Bool { self != .activiti }

    package var namespaces: String {
        let model = "http://www.omg.org/spec/BPMN/20100524/MODEL"
        let diagram =
            "xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" "
            + "xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\" "
            + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        let own =
            switch self {
            case .camunda7: "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" exporter=\"Camunda Modeler\""
            case .camunda8:
                "xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" "
                    + "modeler:executionPlatform=\"Camunda Cloud\" modeler:executionPlatformVersion=\"8.4.0\""
            case .flowable:
                "xmlns:flowable=\"http://flowable.org/bpmn\" typeLanguage=\"http://www.w3.org/2001/XMLSchema\""
            case .activiti:
                "xmlns:activiti=\"http://activiti.org/bpmn\" expressionLanguage=\"http://www.w3.org/1999/XPath\""
            case .jbpm: "xmlns:drools=\"http://www.jboss.org/drools\" xmlns:bpsim=\"http://www.bpsim.org/schemas/1.0\""
            case .signavio: "xmlns:signavio=\"http://www.signavio.com\" exporter=\"Signavio Process Editor\""
            }
        let name = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix.dropLast())"
        return "\(name)=\"\(model)\" \(diagram) \(own) targetNamespace=\"http://example.org/\(rawValue.count)\""
    }

    /// What the vendor writes on a task and into it.
    package func task(group: String) -> (attributes: String, extensions: String) {
        switch self {
        case .camunda7:
            (
                " camunda:candidateGroups=\"\(group)\" camunda:formKey=\"embedded:app:forms/a.html\"",
                "<camunda:executionListener class=\"org.example.Log\" event=\"start\"/>"
            )
        case .camunda8:
            ("", "<zeebe:userTask/><zeebe:assignmentDefinition candidateGroups=\"\(group)\"/>")
        case .flowable:
            (
                " flowable:candidateGroups=\"\(group)\"",
                "<flowable:formProperty id=\"p\" name=\"材料 &amp; 说明\" type=\"string\"/>"
            )
        case .activiti: (" activiti:candidateGroups=\"\(group)\" activiti:dueDate=\"P3D\"", "")
        case .jbpm:
            (
                "",
                "<drools:metaData name=\"elementname\"><drools:metaValue><![CDATA[环节 <1>]]></drools:metaValue></drools:metaData>"
            )
        case .signavio:
            (
                "",
                "<signavio:signavioMetaData metaKey=\"bgcolor\" metaValue=\"#ffffcc\"/><signavio:signavioLabel ref=\"text_name\"/>"
            )
        }
    }

    /// How many of what `task(group:)` writes are kept: elements, and one for all attributes.
    package var keptAtTask: Int {
        switch self {
        case .camunda7, .camunda8, .flowable, .signavio: 2
        case .activiti, .jbpm: 1
        }
    }

    package func condition(_ name: String) -> String {
        let text =
            switch self {
            case .camunda7, .flowable, .activiti: "<![CDATA[${\(name) == 'yes' && count < 3}]]>"
            case .camunda8: "=\(name) = \"yes\""
            case .jbpm: "return \(name);"
            case .signavio: "\(name) ja"
            }
        return
            "<\(prefix)conditionExpression xsi:type=\"\(prefix)tFormalExpression\">\(text)</\(prefix)conditionExpression>"
    }
}
