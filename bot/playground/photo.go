package playground

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // pictures people send
	"image/jpeg"
	_ "image/png" // likewise
)

const (
	thumbnail = 90         // pixels of the longer side
	maxPixels = 50_000_000 // that are decoded
)

// ErrNoPicture says that a file sent as a photo is not one.
var ErrNoPicture = errors.New("not a picture of PNG, JPEG or GIF")

// picture keeps a photo in two sizes, the small one first, as the platform
// gives several: who takes the first gets the thumbnail.
func (f *files) picture(content []byte) ([]*file, error) {
	shape, format, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil || shape.Width*shape.Height > maxPixels || shape.Width+shape.Height > 10_000 {
		return nil, ErrNoPicture
	}
	whole, err := f.keep(kindPhoto, "photo."+format, "image/"+format, content)
	if err != nil {
		return nil, err
	}
	whole.Width, whole.Height = shape.Width, shape.Height
	if max(shape.Width, shape.Height) <= thumbnail {
		return []*file{whole}, nil
	}
	small, err := f.thumbnail(content)
	if err != nil {
		return nil, err
	}
	whole.Small = small.ID
	return []*file{small, whole}, nil
}

func (f *files) thumbnail(content []byte) (*file, error) {
	from, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoPicture, err)
	}
	to := shrink(from)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, to, nil); err != nil {
		return nil, fmt.Errorf("draw thumbnail: %w", err)
	}
	small, err := f.keep(kindPhoto, "thumbnail.jpeg", "image/jpeg", out.Bytes())
	if err != nil {
		return nil, err
	}
	small.Width, small.Height = to.Bounds().Dx(), to.Bounds().Dy()
	return small, nil
}

// shrink takes every n-th pixel so that the longer side fits the thumbnail.
func shrink(from image.Image) image.Image {
	b := from.Bounds()
	longer := max(b.Dx(), b.Dy())
	w, h := max(1, b.Dx()*thumbnail/longer), max(1, b.Dy()*thumbnail/longer)
	to := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			to.Set(x, y, from.At(b.Min.X+x*b.Dx()/w, b.Min.Y+y*b.Dy()/h))
		}
	}
	return to
}
