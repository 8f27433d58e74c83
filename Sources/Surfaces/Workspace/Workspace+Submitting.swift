import Access
import Acting
import EventLog
import HTML
import WebServer

extension Workspace {
    /// Submits what a form of a list asks for and leads to `path`; a refusal shows the list again.
    func submit<C: Command>(
        _ command: C,
        _ label: String,
        _ request: WebRequest,
        _ principal: Principal?,
        then path: String,
        refused again: (Wording) async throws -> WebAnswer
    ) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        do {
            _ = try await log.submit(command, as: Act(realm: principal.realm, actor: principal.actor, key: key))
            return .redirect(to: path, flash: FlashMessage("已办理：\(label)"))
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return try await again(wording)
        }
    }
}
