import Access
import EventLog
import WebServer

extension Workspace {
    /// Who acts on a draft, under the key of the form.
    func processAct(
        _ request: WebRequest,
        _ principal: Principal,
        on draft: String? = nil
    ) throws -> Act {
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        return Act(realm: principal.realm, actor: principal.actor, key: key, correlation: draft ?? key)
    }
}
