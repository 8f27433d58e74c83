import BlobStore
import Casework
import Catalog
import HTML
import Kernel
import WebServer

/// The files of an application: stored as they come, listed in the draft.
extension ApplyDesk {
    func material(_ application: DraftedApplication, _ request: WebRequest) throws -> WebAnswer {
        let place = try place(application, request)
        return .page(materialPage(application, place, errors: [], request))
    }

    func saveMaterial(_ application: DraftedApplication, _ request: WebRequest) async throws -> WebAnswer {
        let place = try place(application, request)
        var application = application
        let name = application.materials[place - 1].name
        if let blob = request.form.values["remove"] {
            let removed = try await change(application) { draft -> Attachment? in
                guard let index = draft.files[name]?.firstIndex(where: { $0.blob == blob }) else { return nil }
                return draft.files[name]?.remove(at: index)
            }
            application.draft.files[name]?.removeAll { $0.blob == blob }
            // The draft no longer names the file; if removing it fails, the sweep will.
            if let removed { try? await parts.blobs.remove(Blob.ID(removed.blob)) }
            return .page(materialPage(application, place, errors: [], request))
        }
        let fresh = request.form.files("files")
        let present = application.draft.files[name]?.count ?? 0
        let errors = UploadRules.errors(fresh, present: present, field: "files")
        guard errors.isEmpty, !fresh.isEmpty else {
            let missing = FieldError(field: "files", message: "请先选择文件，再按“上传”。")
            let shown = errors.isEmpty && present == 0 ? [missing] : errors
            guard !shown.isEmpty else { return .redirect(to: HallPath.draft(application.draft.id)) }
            return .page(materialPage(application, place, errors: shown, request), status: 422)
        }
        let stored: [Attachment]
        do throws(BlobError) {
            stored = try await parts.store(fresh)
        } catch {
            let wording = HallWording(error)
            let fault = FieldError(field: "files", message: wording.sentence)
            return .page(materialPage(application, place, errors: [fault], request), status: wording.status)
        }
        // Another window may have added some meanwhile: its files stay.
        try await change(application) { $0.files[name, default: []] += stored }
        return .redirect(
            to: HallPath.draft(application.draft.id),
            flash: FlashMessage("“\(name)”已上传 \(fresh.count) 个文件。")
        )
    }

    /// The place of the material the address names, from 1.
    private func place(_ application: DraftedApplication, _ request: WebRequest) throws -> Int {
        guard let number = Int(request.parameters["number"] ?? ""), (1...).contains(number),
            number <= application.materials.count
        else { throw WebRefusal.notFound }
        return number
    }

    private func materialPage(
        _ application: DraftedApplication,
        _ place: Int,
        errors: [FieldError],
        _ request: WebRequest
    ) -> MaterialPage {
        let material = application.materials[place - 1]
        return MaterialPage(
            site: parts.site,
            draft: application.draft.id,
            item: application.name,
            number: place,
            material: MaterialEntry(
                material,
                of: application.item.content.code,
                demand: application.demand(for: material)
            ),
            files: application.files(of: material).map {
                .init(id: $0.blob, name: $0.name, size: FileSize.text($0.size))
            },
            errors: errors,
            token: request.forgeryField,
            messages: request.messages
        )
    }
}
