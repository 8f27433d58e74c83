import Access
import EventLog
import WebServer

extension Workspace {
    /// Who acts on a draft, under the key of the form.
    func processAct(
        _ request: WebRequest,
        _ principal: Principal,
        on draft: String? = nil,
        part: Int = 0
    ) throws -> Act {
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        return Act(
            realm: principal.realm,
            actor: principal.actor,
            key: part == 0 ? key : "\(key)-\(part)",
            correlation: draft ?? key
        )
    }
}
