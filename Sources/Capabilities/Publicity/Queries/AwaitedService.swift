package import Casework
package import EventLog
import Kernel
package import Processes

extension CaseFile {
    /// Whether the party has yet to be served with the decision: what it does not know, the public is not told.
    ///
    /// A process without a step of serving ahead does not wait for it.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 48, 61; 市场监督管理行政处罚信息公示规定 art. 7, 8 (what is
    ///   public is what was served, and the party is told so when it is served); 国办发〔2018〕118号.
    package func awaitsService(in definition: ProcessDefinition) -> Bool {
        decision != nil && servedOn == nil && definition.leads(from: position.steps, to: .serve)
    }
}

extension EventReading {
    /// Returns whether publishing the case's decision waits until the party is served.
    package func awaitsService(_ caseFile: CaseFile) throws -> Bool {
        guard let pin = caseFile.opening?.item.process else { return false }
        let process = try state(PublishedProcess.self, PublishedProcess.key(id: pin.id, version: pin.version)).state
        return process.published.map { caseFile.awaitsService(in: $0.definition) } ?? false
    }
}

extension CommandSession {
    /// Returns the process under which the case runs.
    func process(of caseFile: CaseFile.ID) throws -> ProcessDefinition {
        guard let pin = try load(CaseFile.self, caseFile.text).state.opening?.item.process else {
            throw PublicityError.noSuchCase(caseFile.text)
        }
        return try PublishedProcess.require(id: pin.id, version: pin.version, in: self).definition
    }

    /// Returns whether publishing the case's decision waits until the party is served.
    func awaitsService(_ caseFile: CaseFile.ID) throws -> Bool {
        try load(CaseFile.self, caseFile.text).state.awaitsService(in: process(of: caseFile))
    }
}
