import Directory
package import EventLog
import Kernel

extension EventReading {
    /// Returns the names of posts and officers, each with its agency's post or name as the directory has it.
    package func scoredNames(_ subjects: [ScoreSubject]) throws -> [ScoreSubject: String] {
        var names: [ScoreSubject: String] = [:]
        for subject in subjects {
            switch subject {
            case .post(let id):
                let post = try state(PostEntry.self, id).state.post
                let agency = try post.flatMap { try reader.agency($0.agency, in: realm)?.profile.shortName }
                names[subject] = [agency, post?.name].compactMap(\.self).joined(separator: " ")
            case .officer(let id): names[subject] = try reader.officer(Officer.ID(id), in: realm)?.name ?? id
            case .agency, .item: break
            }
        }
        return names
    }
}
