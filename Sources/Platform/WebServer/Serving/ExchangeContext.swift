import Hummingbird
import Logging
import NIOCore

/// What Hummingbird hands over with a request.
struct ExchangeContext: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
    }
}
