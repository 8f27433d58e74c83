package import BlobStore
package import EventLog
package import Kernel
package import Processes

/// One recording of picture or sound: what and where, with which device, when, and the files.
///
/// The files carry length and hash; their names and bytes are personal as the persons in them are.
///
/// - Source: 国办发〔2018〕118号 part 3 (全过程记录).
package struct Recording: Hashable, Sendable, Codable {
    package enum Way: String, Hashable, Sendable, Codable, CaseIterable {
        case bodyCamera
        case camera
        case fixedCamera
        case audio
        case photograph

        package var chinese: String {
            switch self {
            case .bodyCamera: "执法记录仪"
            case .camera: "摄像"
            case .fixedCamera: "固定监控、录像"
            case .audio: "录音"
            case .photograph: "照相"
            }
        }
    }

    package let way: Way
    package let content: String
    package let place: String
    /// The number of the device.
    package let device: String
    package let startedAt: Instant
    /// 0 for photographs.
    package let minutes: Int
    /// Why it was interrupted; empty when it was not.
    package let interruption: String
    package let isEvidence: Bool
    package let files: [Attachment]
    /// What its photographs say of themselves, by blob; `nil` when none says anything.
    package let photos: [String: Photo]?

    package init(
        way: Way,
        content: String,
        place: String,
        device: String,
        startedAt: Instant,
        minutes: Int,
        interruption: String = "",
        isEvidence: Bool,
        files: [Attachment],
        photos: [String: Photo]? = nil
    ) {
        self.way = way
        self.content = content
        self.place = place
        self.device = device
        self.startedAt = startedAt
        self.minutes = minutes
        self.interruption = interruption
        self.isEvidence = isEvidence
        self.files = files
        self.photos = photos
    }
}

/// A recording of a step was put into the file.
package struct RecordingFiled: EventPayload {
    package static let type = "CaseFile.RecordingFiled"
    /// From 1, in the order of filing.
    package let number: Int
    package let step: Step.ID
    package let recording: Personal<Recording>
    /// The officer who recorded.
    package let recorder: String
    package let retention: Retention
}

/// A recording in the file.
package struct FiledRecording: Hashable, Sendable {
    package let number: Int
    package let step: Step.ID
    /// `nil` once erased.
    package let recording: Recording?
    package let recorder: String
    package let retention: Retention
    package let at: Instant
}
