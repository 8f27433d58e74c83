package import Interchange

/// Why a file is not read as BPMN at all, and where.
package struct BPMNFault: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case markup(MarkupFault.Reason)
        /// The root element is another.
        case notBPMN(root: String)
        /// No process in it has anything to execute.
        case noProcess
        case idMissing(element: String)
        case duplicateID(String, first: Int)
        /// A flow or an event names an element that does not stand beside it.
        case missingReference(String, attribute: String)
        /// Gateways and events that do not wait lead back to themselves.
        case gatewayCycle(String)
        /// Processes of the file call each other in a circle.
        case callCycle([String])
        case tooManyProcesses(limit: Int)
        case tooManyNodes(limit: Int)
        /// More steps, junctions and timers in a process than can be drawn up and proved.
        case tooManySteps(limit: Int)
        /// So many gateways stand behind each other with nothing that waits between them.
        case gatewaysInARow(limit: Int)
        /// The definition of ours that the file carries does not read.
        case ownDefinition(String)
    }

    /// From 1.
    package let line: Int
    package let reason: Reason

    init(line: Int, _ reason: Reason) {
        self.line = line
        self.reason = reason
    }
}

/// What a file holds that is executed otherwise than it says, or not at all.
package struct BPMNRemark: Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        // Executed, but otherwise.
        case automaticByOfficer, addedDecision, waitByOfficer, sentByOfficer, kindsGuessed,
            postsGuessed
        case severalStarts, subProcessUnfolded, errorAsOutcome, implicitEnd, joinOfComing, countersigned
        // Not executed.
        case condition, multipleInstances, loop, nothingSent, deadlineOnly, eventSubProcess, scopeEvent, compensation
        case adHoc, activation, period, unreachable, noStart, foreignEnd
        // Neither executed nor meant to be.
        case extensions, diagram, data, notes, messages, elements
        /// Larger than what a draft keeps.
        case notKept
    }

    /// From 1.
    package let line: Int
    /// The element's name without its prefix.
    package let element: String
    package let id: String?
    package let name: String?
    package let reason: Reason

    /// What becomes of the element.
    package enum Fate: String, Hashable, Sendable {
        case adapted, notExecuted, kept, dropped
    }
}

extension BPMNRemark.Reason {
    package var fate: BPMNRemark.Fate {
        switch self {
        case .automaticByOfficer, .addedDecision, .waitByOfficer, .sentByOfficer, .kindsGuessed,
            .postsGuessed, .severalStarts, .subProcessUnfolded, .errorAsOutcome, .implicitEnd, .joinOfComing,
            .countersigned:
            .adapted
        case .condition, .multipleInstances, .loop, .nothingSent, .deadlineOnly, .eventSubProcess, .scopeEvent,
            .compensation, .adHoc, .activation, .period, .unreachable, .noStart, .foreignEnd:
            .notExecuted
        case .extensions, .diagram, .data, .notes, .messages, .elements: .kept
        case .notKept: .dropped
        }
    }
}

extension BPMNRemark {
    /// An element without a name of its own is known by what it stands in.
    init(_ element: MarkupElement, _ reason: Reason, in owner: MarkupElement? = nil) {
        let known = element["id"] == nil ? owner ?? element : element
        self.init(
            line: element.line,
            element: element.name.local,
            id: known["id"],
            name: known["name"],
            reason: reason
        )
    }
}
